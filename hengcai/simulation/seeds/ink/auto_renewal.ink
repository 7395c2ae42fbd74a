# title: 自动续费扣了 25 块
VAR score = 0.0
VAR score_listening = 0.0
VAR times_played = 0
VAR asked = 0
VAR checked_number = false
-> opening

=== opening
{times_played > 0: 系统：同一号码上周来过电，备注“情绪激动”。}
客户：我手机上莫名其妙扣了 25 块，写着什么视频会员。我一个卖菜的，看什么会员？你们这是抢钱！
 * [先把事情听全]
   客服：25 块，视频会员，您没开过。您先别急，是哪天扣的，扣之前手机给谁用过吗？ # competency: listening +2 # competency: self_regulation +1 # feedback: 复述了金额和事由，一个问题就问到了关键：谁用过手机。
   -> grandson
 * [先核对身份]
   客服：请您报一下手机号后四位，我先核对一下。 # competency: listening 0 # competency: self_regulation +1 # feedback: 核对是要做的，但她刚说完“抢钱”，先问号码，她觉得没人听。
   ~ checked_number = true
   -> cold
 * [先讲规定]
   客服：会员都是用户自己点同意才会开通的，系统不会乱扣。 # competency: listening -1 # competency: self_regulation -1 # feedback: 等于说她撒谎。后面再说什么她都要先争这一句。
   -> cold

=== cold
客户：{checked_number: 3321。查吧查吧，|我点同意？我连字都认不全！}反正钱不是我花的。
 * [问是谁用过手机]
   客服：这笔是前天晚上八点开的。那会儿手机在您自己手上吗？ # competency: listening +2 # feedback: 用时间帮她回想，不争对错。
   -> grandson
 + [劝她别生气]
   ~ asked += 1
   客服：您先消消气，25 块也不是很多。 # competency: self_regulation -1 # feedback: 钱多钱少，轮不到我们说。
   {asked > 1: 客户：你再说一句试试？25 块我要卖五斤菜！|客户：不多你给我出？}
   -> cold
 * [直接说查到的]
   客服：我这边查到前天晚上八点开通，没有观看记录。 # competency: process_policy +1 # feedback: 事实清楚，可是还不知道是谁开的。
   -> unwatched

=== grandson
客户：前天晚上……那是我孙子拿去看动画片了，七岁，他哪懂这个。
系统：前天 20:03 开通，自动续费，至今没有观看记录。 # who: system
-> unwatched

=== unwatched
客户：那你说怎么办吧？
 * {checked_number} [退款并关续费]
   客服：没看过、没满 7 天，25 块全退，今天原路退回。自动续费我一起关掉，下个月不会再扣。 # competency: process_policy +2 # competency: self_regulation +1 # feedback: 结果、到账、下个月，三件事一次说清。
   -> ending
 * {not checked_number} [核对尾号再退]
   客服：这个能退。您把手机号后四位报给我，核对上我马上办：25 块今天原路退回，自动续费一起关掉。 # competency: process_policy +2 # competency: self_regulation +1 # feedback: 先说能退，再要号码，她愿意配合。
   客户：3321。
   -> ending
 * {not checked_number} [马上退]
   客服：行，我现在就给您退 25 块。 # competency: process_policy -1 # feedback: 没核对就退款，退错了追不回来；续费也没关，下个月还来。
   -> ending
 * [只关续费]
   客服：我帮您把自动续费关了，下个月就不扣了，这次的就算了吧。 # competency: process_policy 0 # competency: listening -1 # feedback: 按规定能退，没有告诉她。
   -> ending

=== ending
{ score_listening >= 0.7 && score >= 0.6:
  客户：哎，行，姑娘你说得明白。我回去把密码给改了。 # end: good
- else:
  { score >= 0.4:
    客户：那就这样吧。下回别再乱扣了啊。 # end: middling
  - else:
    客户：算了，我让我儿子打 12315。 # end: poor
  }
}
-> END
