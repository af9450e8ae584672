"""The list of customers to fill in: which columns it has, and two rows that show how."""

_EXAMPLES = {
    "en": {
        "name": ("Acme Tools Pte Ltd", "Globex Marine"),
        "owner": ("Anna Lee", ""),
        "contact": ("Sarah Lim", "Tom Tan"),
        "title": ("Purchasing manager", ""),
        "phone": ("+65 6555 0123", "+65 6555 0145"),
        "email": ("sarah@acme.example", ""),
        "birthday": ("1985-10-17", ""),
        "grade": ("A", "B"),
        "region": ("East", "West"),
        "industry": ("Machinery", "Shipping"),
        "credit_limit": ("50000", ""),
        "payment_terms": ("30", "60"),
        "address": ("12 High Street, Singapore 179094", ""),
        "tags": ("key account; trade fair", ""),
        "notes": ("Prefers calls before ten", ""),
    },
    "zh": {
        "name": ("恒大钢铁有限公司", "金桥贸易"),
        "owner": ("李娜", ""),
        "contact": ("王伟", "陈静"),
        "title": ("采购经理", ""),
        "phone": ("138 0013 8000", "021-6555 0145"),
        "email": ("wang@hengda.example", ""),
        "birthday": ("1985-10-17", ""),
        "grade": ("A", "B"),
        "region": ("华东", "华南"),
        "industry": ("钢铁", "贸易"),
        "credit_limit": ("50万", ""),
        "payment_terms": ("30", "60"),
        "address": ("上海市浦东新区碧波路690号", ""),
        "tags": ("重点;展会", ""),
        "notes": ("上午十点前打电话", ""),
    },
}


def template_rows(language: str) -> tuple[list[str], list[list[str]]]:
    """The columns by name, and two rows as examples in the language."""
    examples = _EXAMPLES.get(language, _EXAMPLES["en"])
    return list(examples), [[both[row] for both in examples.values()] for row in range(2)]
