"""Draws a picture; what it needs is imported with the first one, so that the bot's own process stays small."""

from sales.pictures.answer_chart import AnswerChart
from sales.pictures.digest_picture import DigestPicture
from sales.pictures.risk_plot import RiskPlot
from sales.pictures.segment_map import SegmentMap
from sales.pictures.timeline import Timeline

Picture = Timeline | SegmentMap | RiskPlot | DigestPicture | AnswerChart


def draw(picture: Picture) -> bytes:
    """A PNG. For the worker process: nothing else may call it."""
    from papers.pictures import answer_chart, digest_picture, risk_plot, segment_map, timeline
    from papers.pictures.sheet import png

    match picture:
        case Timeline():
            return png(timeline.sheet(picture))
        case SegmentMap():
            return png(segment_map.sheet(picture))
        case RiskPlot():
            return png(risk_plot.sheet(picture))
        case DigestPicture():
            return png(digest_picture.sheet(picture))
        case AnswerChart():
            return png(answer_chart.sheet(picture))
