"""The changes of an amendment (补充版) as declared."""

from generator.model.fields import Field, Shape

S = Shape

REASONS = ("法规变化", "下放", "收回", "职能调整", "机构调整", "更正", "其他")
CHANGE_VERBS = ("add", "revise", "withdraw")

SUCCESSOR = (
    Field(
        "item",
        "接续事项",
        S.LINE,
        help="写成 清单/事项 或 街道/清单/事项。",
        example="services/culture-station",
    ),
    Field("unit", "现在找谁", S.LINE, example="区民政局", help="现在由哪个单位办。"),
    Field(
        "phone", "电话", S.PHONE, help="那个单位的固定电话。", example="000-8800 9999"
    ),
    Field("note", "说明", S.LINE, help="居民还要知道什么。", example="网上可办"),
)

CHANGE = (
    Field(
        "reason", "理由", S.CHOICE, choices=REASONS, help="为什么改；取消事项必须写。"
    ),
    Field(
        "successor",
        "现在找谁",
        S.RECORD,
        parts=SUCCESSOR,
        help="取消以后，居民现在找谁。",
    ),
    Field(
        "note",
        "说明",
        S.LINE,
        help="为什么取消、有没有接着办的。",
        example="国家已取消这一证件，凭身份证享受优待",
    ),
)
