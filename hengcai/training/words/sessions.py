"""Sessions, places, trainers: states, moves, rights, what is refused."""

NAMES = {
    "training.session.state.planned": ("待开课", "Planned"),
    "training.session.state.held": ("已开课", "Held"),
    "training.session.state.cancelled": ("已取消", "Cancelled"),
    "training.seat.state.booked": ("已报名", "Booked"),
    "training.seat.state.waiting": ("候补", "On the waiting list"),
    "training.seat.state.cancelled": ("已取消", "Cancelled"),
    "training.seat.state.attended": ("到课", "Attended"),
    "training.seat.state.absent": ("缺课", "Absent"),
    "training.seat.state.excused": ("请假", "Excused"),
    "training.trainer.level.assistant": ("初级内训师", "Assistant trainer"),
    "training.trainer.level.trainer": ("中级内训师", "Trainer"),
    "training.trainer.level.senior": ("高级内训师", "Senior trainer"),
    "move.change_session": ("调整场次", "Change the session"),
    "move.cancel_session": ("取消场次", "Cancel the session"),
    "move.book_seat": ("报名", "Book a place"),
    "move.seat_people": ("安排人员参加", "Book places for others"),
    "move.call_roll": ("点名", "Record attendance"),
    "duty.course.attend": ("参加培训", "Attend a training session"),
}
RIGHTS = {
    "right.training.session.plan": ("排课、管理教室", "Plan sessions and manage rooms"),
    "right.training.session.see": ("查看培训场次", "See training sessions"),
    "right.training.session.book": ("自己报名参加培训", "Book a place in a session"),
    "right.training.session.seat": ("安排别人参加培训", "Book places for others"),
    "right.training.session.roll": ("点名", "Record attendance"),
    "right.training.seat.come": ("签到、评价培训", "Check in and give feedback"),
    "right.training.seat.cancel": ("取消报名", "Cancel a place"),
    "right.training.seat.see": ("查看谁参加培训", "See who attends"),
    "right.training.trainer.qualify": ("认定内训师", "Qualify trainers"),
    "right.training.trainer.see": ("查看内训师", "See trainers"),
}
REFUSALS = {
    "training.room_wrong": (
        "请填写教室名称，座位数在 1 到 {most} 之间。",
        "Enter a name for the room and between 1 and {most} places.",
    ),
    "training.room_known": ("这个职场已有教室“{name}”。", "This site already has a room called “{name}”."),
    "training.room_taken": ("教室“{name}”这段时间已有安排。", "The room “{name}” is taken at that time."),
    "training.trainer_wrong": (
        "请选择内训师级别；结束日期不能早于开始日期。",
        "Choose a level. The end date cannot be before the start date.",
    ),
    "training.trainer_unqualified": (
        "{name} 当天没有讲这门课的内训师资格。",
        "{name} is not qualified to teach this course on that day.",
    ),
    "training.trainer_taken": ("{name} 这段时间已有课。", "{name} teaches another session at that time."),
    "training.course_unknown_code": ("没有课程 {code}。", "There is no course {code}."),
    "training.makes_up_another": ("补课必须是同一门课。", "A make-up session has to be of the same course."),
    "training.session_times": (
        "结束时间要晚于开始时间，一次课最长 12 小时。",
        "The end has to be after the start, and a session can last 12 hours at most.",
    ),
    "training.session_places": ("名额要在 1 到 {most} 之间。", "Enter between 1 and {most} places."),
    "training.places_taken": ("已有 {n} 人报名，名额不能更少。", "There cannot be fewer places than are taken: {n}."),
    "training.person_taken": (
        "{name} 这段时间已报名另一场培训。",
        "{name} has a place in another session at that time.",
    ),
    "training.session_begun": ("已经开课，不能再报名。", "The session has begun; places can no longer be booked."),
    "training.seat_fixed": ("这个名额已不能改动。", "This place can no longer be changed."),
    "training.code_not_now": (
        "开课前后 30 分钟内才能签到。没赶上的请讲师点名补记。",
        "The code works from 30 minutes before to 30 minutes after the start. Otherwise ask the trainer to mark you present.",
    ),
    "training.code_wrong": (
        "签到码不对，请看讲师投屏上的 6 位数字。",
        "The code is not right. Check the six digits the trainer shows.",
    ),
    "training.roll_not_yet": (
        "开课前 30 分钟起才能点名。",
        "Attendance can be recorded from 30 minutes before the start.",
    ),
    "training.marks_wrong": (
        "点名结果有误，请刷新页面后重新点名。",
        "The list has changed. Reload the page and record attendance again.",
    ),
    "training.not_there": ("到课的人才能评价。", "Only people who attended can give feedback."),
    "training.opinion_wrong": ("每一项请打 1 到 5 分。", "Rate each item from 1 to 5."),
    "training.opinion_given": ("您已经评价过这次培训。", "You have already given feedback on this session."),
}
AUDIT = {
    "audit.did.add_room": ("新增了教室", "Added a room"),
    "audit.did.book_seat": ("报名参加培训", "Booked a place in a session"),
    "audit.did.call_roll": ("给培训点名", "Recorded attendance"),
    "audit.did.cancel_seat": ("取消了报名", "Cancelled a place"),
    "audit.did.cancel_session": ("取消了培训场次", "Cancelled a session"),
    "audit.did.change_session": ("调整了培训场次", "Changed a session"),
    "audit.did.check_in": ("签到", "Checked in"),
    "audit.did.give_opinion": ("评价了培训", "Gave feedback on a session"),
    "audit.did.plan_session": ("安排了培训场次", "Planned a session"),
    "audit.did.qualify_trainer": ("认定了内训师", "Qualified a trainer"),
    "audit.did.seat_people": ("安排人员参加培训", "Booked places for others"),
    "audit.thing.training.opinion": ("培训评价", "feedback on a session"),
    "audit.thing.training.room": ("教室", "room"),
    "audit.thing.training.seat": ("培训名额", "place in a session"),
    "audit.thing.training.session": ("培训场次", "session"),
    "audit.thing.training.trainer": ("内训师", "trainer"),
    "audit.thing.training.qualified": ("内训师资格记录", "entry of a trainer’s qualifications"),
}
WORDS = NAMES | RIGHTS | REFUSALS | AUDIT
