"""What tells a name: surnames, signs a given name is made of, words that only look like one."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐"
    "肖欧游丘蓝凌骆甘盛童涂苗辛符詹管耿柴霍冉华关左宁包祝单裴舒屈鲍卓阮靳简古饶应佟蒲覃景卜莫邬成时代连项翁戚褚卫纪闵麻梅臧练巫申车闫付闻党庄缪牟仇隋曲解商满沙房师谷宫匡晏阚桑桂栾滕荆娄晁海敖储庹苟岑楼虞盖鞠展习幸仲祁湛佘索茅边燕冀浦尚瞿容戈庾步弘寇巩冷勾查麦涂覃"
)
LONG_SURNAMES = (
    "呼延",
    "赫连",
    "澹台",
    "公冶",
    "濮阳",
    "淳于",
    "申屠",
    "轩辕",
    "钟离",
    "鲜于",
    "拓跋",
    "独孤",
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "夏侯",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "东方",
    "南宫",
    "端木",
    "司空",
    "长孙",
    "宇文",
)

# signs that parents choose: where nothing else says that a name stands here, every sign has to be one of them
GIVEN = frozenset(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文玉兰红梅春志海燕玲晓云龙鹏飞宇浩凯俊健斌波辉东宁荣琴慧琳佳雪婷颖欣怡萍倩莉丹晶蕾雷"
    "璐瑶瑞瑾琪珍珊珠莹菲萌蓉薇茜莎莲菊芬芸芝若茹雅雯霖霏露青静韵颜香馨鑫鸣鸿骏腾翔翠美羽群義义立端竹笑策筠纯素紫维绍绮罗耀聪胜胤能舒航良艺荷"
    "安宏宗定宜家富寒寿小少尚山岚岩峰岳崇川州希帆常广庆康廷弘彤彦彬彪德心忠念思恒恩悦惠愿成才振捷文斐新方旭昊昌昕昱晖晗晟晨智暄曦朋朗木本李林柏柯"
    "柔树栋楠榕模欢正武毅民永江池沁沐沛河泉泓泽洁洲津浚润淑淼清渊湘源溪滢满潇澄澜灿炎炜烨焕然煜熙爱玥珂珏球理琦琛琨瑜璇甜生田百益盈睿知石礼祖祥禄"
    "福禾秋科程梓森植梦树桐棋樱亚仁仪传伦佑信修倩儒元光克全公冠冬冰凌凤凡利刘刚力功加劲博卫占卓南卿厚友发可史叶合吉同名启君吟周和哲唯嘉四圆坚坤垚城"
    "培堂士声夏天奇奕好如妍妮妙姗姝婉婕媛嫣子孝学孟宸宝宣宾富进远连迪通道达邦金钊钢钧铁铭锋锐锦长门闯阳陆雁韬顺颂飘驰骁魁黎丁一乐乔书业丰丽之义久亦人"
    "亮今仲任伊会伯作侠保侃先兆兴其典再军冲冯凝刘剑励勤化千升半华单博占卉原双臣臻致至自花苏苗英茂荃莘菁萱葵蓓蔚薪蕊蝶融行衡裕西言诗诚诺谊谦贝贤贵超越"
    "跃路轩辰迎运逸邱邵郁郎采钰银锡镇闻队阔陶隆雄雨霄震霁青非韦音顶项须风飒馥驹高鲁鹤麒麟黛默齐昆贞妹娣娥姣姑凤仙嫦荔枝"
    "虹芹勃澎焱煌烁禹尧舜皓皎晴朵桃莺蝉杏柳榆槐楚淇漪澔灵烈焰牧犇珈瑛瑗璟璞甄畅硕磐祺稼穆竞筱绪缘罡羿翊翎耘聆芷苒苹茵荟荻莱菡蔓虎蛟裳赫赟逍遥邈铎铮锟镕阅霆靓靖韶颀飏骥鹃鹂麟滔涵淳渝湛溢潮炫煊爽玄"
    "环琼瑄畔皖睦碧秉稳竣缨耕臣舟芙苑茗莞葳蒙蕴虞蜜衍诣谨豪豫赋逢遂铖镜闰陵隽鞠韫颢驿骅鲲鸥麦玺佐媚婵婕娅婧嫚孜寅岭巍弋憬懿曜曼枫栩桦桢梧椿榛殊洛浠涓涟淦渲滟潍澍瀚灏炅炳焜熠珞珣琰琬瑀璐言语述记荫有才砚松墨翰瀚大阿娣"
)
# signs that follow a name and are hardly ever a part of it
AFTER = frozenset(
    "的了我你您他她它们这那是在有没不要想就都也还吗呢吧啊哦嗯嘛呀啦哈额呃跟把被给让叫去到从打说问查看找买退换寄送收付办帮请谢对电手号机话码卡单账户钱费块点昨前后个只件次"
    "什怎哪谁因所但已经过着住女做身联现性年出当曾下地工员用开又很多预订登反投需两三五六七八九十为此以来每最里内外先才等从至及与或等将能麻太感报告需该并且如直"
)
NEXT_WORDS = _words(
    "刚才 刚刚 刚好 明天 明早 明年 明晚 今天 今早 家里 家住 家的 平时 方便 正在 安排 同意 可以 可能 能不 因为 来电 "
    "来了 国庆 成功 会员 信息 信用 之前 之后 师傅 经理 老师 同志 早上 晚上 中午 下午 上午 白天 以前 以后 以为 本来 "
    "本身 原来 其实 然后 好像 好的 大概 大约 一下 一直 一个 一共 发现 发了"
)
NEVER = frozenset(
    "的了我你您他她它们这那是在有没不要想就都也还吗呢吧啊哦嗯嘛呀啦跟把被给让叫去到从打说问查看找买退换什怎哪谁"
)
TITLES = "先生|女士|小姐|太太|夫人|阿姨|大爷|大妈|大姐|大哥|同学|老师|老板|医生|教授|律师|小朋友|奶奶|爷爷|叔叔|本人"

NO_NAMES = _words(
    "麦当劳 麦克风 麦片 涂料 涂鸦 "
    "高兴 高山 高飞 高尚 安心 安静 安宁 安康 安然无 成功 成熟 成才 黎明 黄海 向前 向上 向阳 文明 文静 和平 和谐 "
    "白雪 万里 江山 江河 江海 周全 周密 "
    "时光 方圆 常青 常春 包容 康健 康宁 路遥 路过 马力 金山 金星 金玉 田野 林海 林立 林荫 雷鸣 雷雨 夏至 夏雨 严寒 "
    "明亮 明白 明星 古典 "
    "关怀 东方 南方 童话 童心 祝贺 温暖 温柔 余生 余力 许诺 海洋 海燕 盛世 盛夏 简朴 平静 平凡 马上到账 金利来 "
    "常州市 成都市 温州市 康师傅 "
    "杜莎 万寿山 牛菲力 高级 高峰 高端 高铁 高速 高考 高血 高中 高管 高温 高兴 高档 高层 高原 高压 高新 高清 高价 "
    "高等 高度 高手 黄金 黄色 黄牌 黄河 黄山 黄石 黄酒 白色 白金 白天 白条 白云 白酒 白领 "
    "白名单 金卡 金额 金融 金牌 金华 金色 金服 金立 安全 安装 安排 安卓 安心 安慰 安徽 安阳 安庆 安康 安静 安保 "
    "安检 常用 常规 常见 常驻 常客 常州 常德 常年 常委 常温 方便 方法 方案 方式 方向 "
    "方面 方正 方形 方太 何时 何处 何必 何种 何况 马上 马路 马桶 马达 马来 马自达 马甲 时间 时候 时段 时长 时效 "
    "时代 时尚 易付宝 易购 于是 于此 关于 关闭 关机 关注 关系 关联 关键 关爱 关心 成功 "
    "成都 成员 成人 成本 成交 成品 成立 程序 程度 路由 路上 路口 路线 路人 路费 石家庄 石油 石材 石膏 石头 万能 "
    "万一 万科 万达 万元 万象 江苏 江西 江南 江北 江门 江阴 苏州 苏宁 苏打 宁波 宁夏 宁德 "
    "温州 温度 温馨 温泉 温水 武汉 武术 徐州 郑州 郑重 兰州 段时 段落 史上 历史 毛病 毛巾 毛利 牛奶 牛肉 牛仔 洪水 "
    "洪山 季度 季节 季卡 单位 单号 单子 单独 单程 单元 单人 单双 单品 单据 单笔 单价 "
    "张家口 张家港 张家界 张数 李子 李宁 李锦记 王牌 王者 王府井 王老吉 王守义 周末 周一 周二 周三 周四 周五 周六 "
    "周日 周年 周边 周期 周转 周到 周大福 周大生 周生生 周黑鸭 周口 周岁 吴江 吴中 吴兴 朱红 林业 林芝 "
    "郭德 罗列 罗湖 罗马 宋体 宋代 谢谢 谢绝 韩国 韩式 韩版 唐山 唐人 唐装 董事 萧山 曹操 许多 许可 许久 沈阳 曾经 "
    "丁香 丁字 叶子 叶片 余额 余下 余款 余杭 余姚 余地 杜绝 戴上 戴尔 夏天 夏季 夏令 夏威 "
    "钟头 钟楼 钟点 钟表 田径 田园 任何 任务 任意 任性 任由 范围 范本 石狮 熊猫 陆续 陆军 陆家嘴 康复 康师傅 康佳 "
    "秦皇岛 秦淮 顾客 顾问 顾虑 孟加拉 龙华 龙岗 龙年 龙湖 雷电 雷达 雷克 雷蛇 钱包 钱款 钱数 黎明 "
    "武功 武器 武夷 贺卡 贺岁 文件 文字 文本 文档 文章 文化 文明 文具 文员 文旅 庞大 施工 施耐德 陶瓷 颜色 颜值 "
    "严重 严格 严肃 章程 章节 鲁班 申请 申诉 申报 申通 申购 尤其 毕业 毕竟 焦虑 焦点 焦作 向上 向导 "
    "向来 柳州 岳阳 齐全 齐心 游戏 游客 游泳 游乐 蓝色 蓝牙 蓝光 盛大 童装 童年 童车 符合 管理 管家 管道 华为 华东 "
    "华南 华北 华润 华丽 华夏 华联 左右 左边 左侧 宁可 包裹 包装 包邮 包年 包月 包括 包含 包间 "
    "祝您 祝福 舒适 舒服 简单 简历 简介 简体 古代 古董 应该 应急 应用 应收 应付 景区 景点 成绩 代理 代表 代办 代付 "
    "代收 代码 代金 代驾 连接 连续 连锁 项目 项链 卫生 卫浴 卫星 卫衣 纪念 麻烦 麻辣 梅花 练习 车辆 "
    "车主 车费 车票 车险 车位 车型 车险 车间 党员 党委 付款 付费 付账 闻名 欧洲 欧元 欧式 欧派 莫名 莫非 平安 农行 "
    "建行 海尔 美的 格力 小米 老干妈 马应龙 张小泉 陈皮 陈旧 陈列 陈述 杨梅 杨桃 胡同 胡椒 胡子 胡乱 "
    "徐汇 郭明 梁山 程控 曹杨 邓白 卢布 蒋村 蔡司 丁丁 魏公村 薛家 汪汪 姜茶 姚家 谭木匠 廖记 孔雀 孔子 崔家 邱县 "
    "史努 侯爵 邵阳 万宝 段位 汤圆 汤臣 尹恩 乔丹 乔治 乔迁 赖账 樊城 兰花 兰蔻 殷切 洪都 翟志 倪 温江 "
    "芦荟 俞 葛根 伍 韦德 聂 丛书 邢台 路边 路灯 齐齐哈尔 石英 金鱼 金山 白银 白象 康熙 安吉 安踏 安利 常熟 常识 "
    "万事 万分 万古 江湖 江铃 高德 高尔 高通 高仿 高低 何尝 何为 时髦 时常 连衣 连带 单身 单车 单词 单向"
)

# who serves and is no customer
STAFF = (
    "客服|坐席|座席|专员|经理|主管|班长|师傅|店员|导购|柜员|骑手|快递员|工号 ?[A-Za-z]?\\d+|话务员|教练|主播|明星"
    "|歌手|演员|作家|董事长"
)

# English given names that are no other word, and those that are
GIVEN_EN = _words(
    "james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony "
    "donald steven paul andrew joshua kenneth kevin brian "
    "george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott "
    "brandon benjamin samuel gregory alexander patrick "
    "raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy "
    "walter christian keith roger terry harry gerald carl "
    "arthur lawrence sean albert joe ethan bryan billy bruce ralph roy louis philip bobby johnny mary patricia "
    "jennifer linda elizabeth barbara susan jessica sarah "
    "karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah "
    "stephanie rebecca laura sharon cynthia dorothy amy "
    "kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel "
    "carolyn janet maria catherine heather diane olivia julie "
    "joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline "
    "martha madison teresa gloria sara janice ann kathryn "
    "abigail sophia frances jean alice judy isabella julia denise theresa beverly danielle marilyn charlotte "
    "natalie diana brittany doris kayla alexis lori tiffany "
    "fiona gemma nigel graham alan alison simon oliver oscar lucy chloe sophie ella mia liam connor callum ewan "
    "gareth rhys owen siobhan niamh aoife declan brendan "
    "priya rahul amit anita sanjay deepak neha raj arjun mohammed muhammad ahmed ali fatima aisha omar hassan "
    "yusuf leila carlos luis juan tyrone shawn deshawn saoirse lakshmi anjali alejandro kofi chidinma ingrid "
    "tomasz jose chinedu ngozi kwame amara ravi sunita pooja vikram suresh lakshman kavita meera divya nikhil "
    "rohan mateo diego javier carmen lucia fernando ricardo eduardo ana beatriz joao paulo pedro giulia marco luca "
    "francesca matteo pierre claire antoine camille hans klaus greta lars sven astrid olga dmitri natasha svetlana "
    "ivan yuki hiroshi kenji sakura min jin soo hyun nguyen thi siobhan shivon niall orla ciaran padraig eilidh "
    "hamish angus iain rhiannon dylan cerys deborah gregory juan miguel sofia elena pablo "
    "wei ming jing xiaoming xiaohong bob tom tim mike steve dave dan sam ben alex nick tony chris matt kate liz "
    "beth jenny maggie jim bill ken ron ted ed fred greg"
)
PLAIN_WORDS_EN = _words(
    "will may mark rose grace hope faith joy bill art pat grant chase dawn summer april june austin jordan paris "
    "florence georgia virginia carolina victoria sydney "
    "chelsea brooklyn dallas houston jean christian madison lane rich guy drew frank gene ray dean king long day "
    "park lee jack penny cash lane page brook heath young brown white black green gray grey "
    "banks wells fargo price best good short field ford chase hill woods stone rivers bush cook baker page rice "
    "storm bright early love an so do he she case sky star"
)
NO_NAMES_LOW = _words(
    "a an and as at but correct from here i important in incorrect is listed missing my not now of on or sorry "
    "spelled still that the this to under what wrong it is not really good fine great just so very going calling "
    "about for with yes no one all too also his her our your their mine yours same different love hard easy long "
    "short common misspelt misspelled unusual foreign ok okay there then when where who why how because"
)
