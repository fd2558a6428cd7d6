"""The site itself in `site_config.yml` as declared: names, switches, footer."""

from generator.model.fields import Field, Shape

S = Shape

FOOTER = (
    Field(
        "host",
        "主办单位",
        S.LINE,
        help="主办这个网站的单位。",
        example="某区人民政府办公室",
    ),
    Field(
        "operator",
        "承办单位",
        S.LINE,
        help="承办这个网站的单位。",
        example="某区委编办",
    ),
    Field(
        "identifier",
        "政府网站标识码",
        S.LINE,
        help="政府网站的标识码。",
        example='"9900000001"',
    ),
    Field(
        "icp",
        "ICP备案号",
        S.LINE,
        help="工业和信息化部门的备案号。",
        example="某ICP备00000000号",
    ),
    Field(
        "police",
        "公安备案号",
        S.LINE,
        help="公安机关的备案号。",
        example="某公网安备00000000000000号",
    ),
)

SWITCH = ("true", "false")
"""How a switch is written: on or off."""

ROBOTS = (
    Field(
        "people",
        "收录姓名",
        S.CHOICE,
        choices=SWITCH,
        help="写 false，就请搜索引擎不要收录显示姓名的网页；不写就收录。",
        example="false",
    ),
)

FORGES = ("github", "gitea", "forgejo", "gitlab")
"""Code forges whose page for a new issue can be opened already filled."""

REPORT_PLACES = ("title", "page", "version", "street")
"""What a form for mistakes can be told: its placeholders, else its parameters."""

REPORT = (
    Field(
        "forge",
        "代码平台",
        S.CHOICE,
        required=True,
        choices=FORGES,
        help="用哪个代码平台收纠错。",
    ),
    Field(
        "address",
        "仓库网址",
        S.URL,
        required=True,
        example="https://git.example.gov.cn/qingping/qingdan",
        help="仓库的网址。",
    ),
)

SITE = (
    Field(
        "name",
        "网站名称",
        S.LINE,
        required=True,
        example="某区街道职责清单",
        help="网站的名称，写在每一页的最上面。",
    ),
    Field("district", "区县", S.LINE, help="是哪个区县的网站。", example="某市某区"),
    Field(
        "description",
        "一句话介绍",
        S.LINE,
        help="用一句话告诉居民这里能查到什么。",
        example="街道管什么、找谁办、打哪个电话，一查就知道。",
    ),
    Field(
        "url",
        "网址",
        S.URL,
        help="正式发布的地址，用于站点地图；没有就不写。",
        example="https://www.example.gov.cn/qingdan/",
    ),
    Field(
        "accent",
        "主色",
        S.LINE,
        example="#1f5fae",
        help="网站的主色，写成 # 和六位数字或字母，加引号。",
    ),
    Field(
        "sample",
        "示例声明",
        S.LINE,
        help="写了就显示在每一页上。",
        example="示例数据，不能当作真实办事依据。",
    ),
    Field(
        "hotline",
        "总机",
        S.LINE,
        help="什么都找不到时请居民打的电话。",
        example="12345",
    ),
    Field(
        "report",
        "纠错网址或邮箱",
        S.RECORD,
        parts=REPORT,
        or_text=True,
        help="表单网址、邮箱，或代码平台的仓库；页面上的纠错链接会填好名称和网址。",
        example="https://www.example.gov.cn/jiucuo?biaoti={title}&wangye={page}",
    ),
    Field(
        "recheck",
        "电话核实期限",
        S.COUNT,
        help="电话多少个月没有核实，网页就提醒居民；不写就是 12。",
        example="12",
    ),
    Field(
        "opened",
        "上线日期",
        S.DATE,
        help="从这一天起，对文件的每次修改都公开；以前是筹备。不写就全部公开。",
        example="2027-01-01",
    ),
    Field(
        "offline",
        "断网也能看",
        S.CHOICE,
        choices=SWITCH,
        help="写 true，看过的网页和搜索就存在设备上，断网也能看，适合办事大厅的公用机。",
        example="true",
    ),
    Field(
        "booklets",
        "清单手册",
        S.CHOICE,
        choices=SWITCH,
        help="写 true，每份清单多一个网页，可以把全部事项连目录打印成册。",
        example="true",
    ),
    Field("robots", "搜索引擎", S.RECORD, parts=ROBOTS, help="对搜索引擎的请求。"),
    Field(
        "footer", "页脚", S.RECORD, parts=FOOTER, help="页脚写什么；没有写的不显示。"
    ),
)

REPOSITORY_FORGES = (*FORGES, "gitee")
"""Code forges that can keep the content: those above, and one without such a page."""

REPOSITORY = (
    Field(
        "forge",
        "代码平台",
        S.CHOICE,
        required=True,
        choices=REPOSITORY_FORGES,
        help="内容放在哪个代码平台。",
    ),
    Field(
        "address",
        "仓库网址",
        S.URL,
        required=True,
        example="https://git.example.gov.cn/qingping/qingdan",
        help="仓库的网址。",
    ),
    Field(
        "branch", "分支", S.LINE, help="发布用的分支；不写就是 main。", example="main"
    ),
)
