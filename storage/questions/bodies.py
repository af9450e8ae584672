"""Questions to JSON text and back, for messages and buttons that carry one."""

from sales.questions import Put
from storage.told.bodies import Body

QUESTIONS = Body(Put)
