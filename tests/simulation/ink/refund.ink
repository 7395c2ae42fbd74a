# title: 退费
VAR score = 0.0
VAR score_listening = 0.0
VAR times_played = 0
VAR asked = 0
-> opening

=== opening
客户：我没开过会员，怎么扣了我 25 块？{times_played > 0: 我上次也打过来。}
 * 您先说说是哪天扣的，我记一下。 # competency: listening +2 # feedback: 先听，再查。
   -> checked
 * [直接报规则] # competency: listening -1 # feedback: 客户还没说完。
   客服：会员费一经扣取不退。
   -> checked
 + [问手机号]
   ~ asked += 1
   客服：请问您的手机号？
   客户：{asked > 1: 刚才不是说过了吗？|尾号 3321。}
   -> opening

=== checked
系统：昨天 9 点开通，未使用。 # who: system
 * 没用过可以退，我现在就给您办，今天到账。 # competency: process_policy +1 # competency: listening +1 # feedback: 查清了再答应。
   -> ending
 * 这个要等财务审核。 # competency: process_policy 1/2 # feedback: 说得没错，但没有给时间。
   -> ending

=== ending
{score_listening >= 0.9:
  客户：好，谢谢你。 # end: good
- else:
  {score >= 0.4:
    客户：那我等等看。 # end: middling
  - else:
    客户：我去投诉。 # end: poor
  }
}
-> END
