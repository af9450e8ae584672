"""Regions of China with what lies in them, in both languages: Jiangsu is 江苏, and Suzhou lies there."""

import re
from functools import cache, lru_cache

_TABLE = """
北京 Beijing
天津 Tianjin
上海 Shanghai
重庆 Chongqing
香港 Hong Kong
澳门 Macau|Macao
台湾 Taiwan: 台北 Taipei, 高雄 Kaohsiung, 台中 Taichung, 新竹 Hsinchu
河北 Hebei: 石家庄 Shijiazhuang, 唐山 Tangshan, 保定 Baoding, 廊坊 Langfang, 邯郸 Handan, 沧州 Cangzhou,
  秦皇岛 Qinhuangdao
山西 Shanxi: 太原 Taiyuan, 大同 Datong, 临汾 Linfen, 运城 Yuncheng, 晋中 Jinzhong
内蒙古 Inner Mongolia: 呼和浩特 Hohhot, 包头 Baotou, 鄂尔多斯 Ordos, 赤峰 Chifeng
辽宁 Liaoning: 沈阳 Shenyang, 大连 Dalian, 鞍山 Anshan, 营口 Yingkou, 锦州 Jinzhou
吉林 Jilin: 长春 Changchun, 四平 Siping, 延边 Yanbian
黑龙江 Heilongjiang: 哈尔滨 Harbin, 大庆 Daqing, 齐齐哈尔 Qiqihar, 牡丹江 Mudanjiang
江苏 Jiangsu: 南京 Nanjing, 苏州 Suzhou, 无锡 Wuxi, 常州 Changzhou, 南通 Nantong, 徐州 Xuzhou, 扬州 Yangzhou,
  镇江 Zhenjiang, 盐城 Yancheng, 连云港 Lianyungang, 淮安 Huai'an, 泰州, 宿迁 Suqian, 昆山 Kunshan,
  江阴 Jiangyin, 张家港 Zhangjiagang, 常熟 Changshu, 太仓 Taicang
浙江 Zhejiang: 杭州 Hangzhou, 宁波 Ningbo, 温州 Wenzhou, 绍兴 Shaoxing, 嘉兴 Jiaxing, 金华 Jinhua, 台州,
  湖州 Huzhou, 义乌 Yiwu, 衢州 Quzhou, 舟山 Zhoushan, 丽水 Lishui
安徽 Anhui: 合肥 Hefei, 芜湖 Wuhu, 蚌埠 Bengbu, 马鞍山 Ma'anshan, 阜阳 Fuyang, 滁州 Chuzhou, 安庆 Anqing
福建 Fujian: 福州 Fuzhou, 厦门 Xiamen, 泉州 Quanzhou, 漳州 Zhangzhou, 莆田 Putian, 宁德 Ningde
江西 Jiangxi: 南昌 Nanchang, 赣州 Ganzhou, 九江 Jiujiang, 景德镇 Jingdezhen, 上饶 Shangrao
山东 Shandong: 济南 Jinan, 青岛 Qingdao, 烟台 Yantai, 潍坊 Weifang, 临沂 Linyi, 淄博 Zibo, 威海 Weihai,
  济宁 Jining, 日照 Rizhao
河南 Henan: 郑州 Zhengzhou, 洛阳 Luoyang, 开封 Kaifeng, 新乡 Xinxiang, 南阳 Nanyang, 许昌 Xuchang
湖北 Hubei: 武汉 Wuhan, 宜昌 Yichang, 襄阳 Xiangyang, 荆州 Jingzhou, 黄石 Huangshi
湖南 Hunan: 长沙 Changsha, 株洲 Zhuzhou, 湘潭 Xiangtan, 衡阳 Hengyang, 岳阳 Yueyang, 常德 Changde
广东 Guangdong: 广州 Guangzhou, 深圳 Shenzhen, 东莞 Dongguan, 佛山 Foshan, 珠海 Zhuhai, 中山 Zhongshan,
  惠州 Huizhou, 汕头 Shantou, 江门 Jiangmen, 肇庆 Zhaoqing, 湛江 Zhanjiang
广西 Guangxi: 南宁 Nanning, 桂林 Guilin, 柳州 Liuzhou, 北海 Beihai
海南 Hainan: 海口 Haikou, 三亚 Sanya
四川 Sichuan: 成都 Chengdu, 绵阳 Mianyang, 德阳 Deyang, 宜宾 Yibin, 乐山 Leshan
贵州 Guizhou: 贵阳 Guiyang, 遵义 Zunyi
云南 Yunnan: 昆明 Kunming, 大理 Dali, 曲靖 Qujing
西藏 Tibet|Xizang: 拉萨 Lhasa
陕西 Shaanxi: 西安 Xi'an|Xian, 咸阳 Xianyang, 宝鸡 Baoji, 榆林 Yulin
甘肃 Gansu: 兰州 Lanzhou, 天水 Tianshui
青海 Qinghai: 西宁 Xining
宁夏 Ningxia: 银川 Yinchuan
新疆 Xinjiang: 乌鲁木齐 Urumqi, 克拉玛依 Karamay
"""
# Names that two cities share in Latin letters (Taizhou) stand in Chinese alone.
_AREAS = """
华东 East China: 上海, 江苏, 浙江, 安徽, 福建, 江西, 山东
华南 South China: 广东, 广西, 海南
华北 North China: 北京, 天津, 河北, 山西, 内蒙古
华中 Central China: 河南, 湖北, 湖南
西南 Southwest China: 重庆, 四川, 贵州, 云南, 西藏
西北 Northwest China: 陕西, 甘肃, 青海, 宁夏, 新疆
东北 Northeast China: 辽宁, 吉林, 黑龙江
"""


def lies_in(value: str, asked: str) -> bool:
    """Whether what stands on a card ("Nanjing, Jiangsu", 江苏省) is the region that is asked for, or lies in it."""
    return _folded(value) == _folded(asked) or bool(_pattern(_folded(asked)).search(_folded(value)))


def region_names() -> tuple[str, ...]:
    """Every name that a region or city of the table has, as people write it."""
    return tuple(dict.fromkeys(name for names, _ in _places() for name in names))


@cache
def _places() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Each place: its own names, and all names of places in it with its own."""
    provinces = [_line(line) for line in _TABLE.strip().replace(",\n", ",").splitlines()]
    cities = [(city, city) for _, held in provinces for city in held]
    wide = [(names, names.union(*held)) for names, held in provinces]
    areas = [_line(line) for line in _AREAS.strip().splitlines()]
    wider = [
        (names, names.union(*(all_ for own, all_ in wide if not own.isdisjoint(frozenset().union(*held)))))
        for names, held in areas
    ]
    return (*wider, *wide, *cities)


def _line(line: str) -> tuple[frozenset[str], list[frozenset[str]]]:
    head, _, rest = line.partition(":")
    return _names(head), [_names(part) for part in rest.split(",") if part.strip()]


def _names(written: str) -> frozenset[str]:
    """江苏 Jiangsu; several Latin spellings stand with a bar between them."""
    chinese, _, latin = written.strip().partition(" ")
    return frozenset(filter(None, (chinese, *latin.split("|"))))


@lru_cache(maxsize=512)
def _pattern(asked: str) -> re.Pattern[str]:
    """Names within what stands on a card; of a name that is in no table nothing but itself."""
    inside = {name for own, names in _places() if asked in map(_folded, own) for name in names}
    return re.compile("|".join(sorted(map(_part, inside), key=len, reverse=True)) or r"(?!)")


def _part(name: str) -> str:
    folded = re.escape(_folded(name))
    return rf"(?<![a-z]){folded}(?![a-z])" if name.isascii() else folded


def _folded(name: str) -> str:
    """Without case and with what only writing adds: 江苏省, Jiangsu Province."""
    words = " ".join(name.casefold().replace("’", "'").split())
    return re.sub(r"(?<=..)(?:省|市| province| city)$", "", words)
