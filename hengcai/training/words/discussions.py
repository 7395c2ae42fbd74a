"""Discussions and notes after the event: states, moves, rights, what is refused."""

NAMES = {
    "training.post.state.shown": ("显示", "Shown"),
    "training.post.state.hidden": ("已隐藏", "Hidden"),
    "training.post.state.taken_back": ("已撤回", "Taken back"),
    "move.hide_post": ("隐藏发言", "Hide the post"),
    "move.keep_post": ("看过，保留发言", "Keep the post after a look"),
    "move.show_post": ("恢复显示", "Show the post again"),
    "move.take_back_post": ("撤回发言", "Take back the post"),
    "duty.post.reported": ("处理被举报的发言", "Look at a reported post"),
    "duty.reflection.step": ("做到复盘里写的下一步", "Take the next step of a reflection"),
}
RIGHTS = {
    "right.training.thread.see": ("查看所学课程的讨论", "See discussions of courses one learns"),
    "right.training.course.talk": ("在课程里发起讨论", "Start a discussion in a course"),
    "right.training.session.talk": ("在培训场次里发起讨论", "Start a discussion in a session"),
    "right.training.thread.answer": ("回复讨论", "Answer in a discussion"),
    "right.training.thread.moderate": ("置顶讨论", "Pin discussions"),
    "right.training.post.report": ("举报发言", "Report a post"),
    "right.training.post.moderate": ("隐藏、恢复发言", "Hide posts and show them again"),
    "right.training.post.take_back": ("撤回自己的发言", "Take back one’s own posts"),
    "right.training.person.reflect": ("写复盘", "Write reflections"),
    "right.training.reflection.write": ("修改自己的复盘", "Change one’s own reflections"),
    "right.training.reflection.see": ("查看复盘", "See reflections"),
    "right.training.reflection.reply": ("回复复盘", "Reply to reflections"),
}
REFUSALS = {
    "training.thread_title_missing": (
        "请写标题，最多 {most} 个字。",
        "Enter a title of no more than {most} characters.",
    ),
    "training.post_missing": ("请写内容，最多 {most} 个字。", "Write something, in no more than {most} characters."),
    "training.post_reason_missing": (
        "请写原因，最多 {most} 个字。",
        "Give a reason of no more than {most} characters.",
    ),
    "training.post_gone": ("这条发言已隐藏或撤回。", "This post has been hidden or taken back."),
    "training.reflection_missing": (
        "请写清复盘的事、经过和下次怎么做；经过和做法各不超过 {most} 个字，标题 120 字，下一步 400 字。",
        "Enter what it is about, what happened and what you would do otherwise: {most} characters each, 120 for the title, "
        "400 for the next step.",
    ),
    "training.reflection_stale": (
        "这篇复盘刚改过，您的页面不是最新的。请刷新后再改。",
        "This reflection has just been changed. Reload the page and make your changes again.",
    ),
    "training.reflection_contact": (
        "只能复盘自己的服务记录。",
        "A reflection can only be about a contact of your own.",
    ),
    "training.reflection_session": (
        "只能复盘自己参加或讲授的场次。",
        "A reflection can only be about a session you attended or taught.",
    ),
    "training.reply_missing": ("请写回复，最多 {most} 个字。", "Write a reply of no more than {most} characters."),
}
AUDIT = {
    "audit.did.open_course_thread": ("在课程里发起了讨论", "Started a discussion in a course"),
    "audit.did.open_session_thread": ("在培训场次里发起了讨论", "Started a discussion in a session"),
    "audit.did.answer_thread": ("回复了讨论", "Answered in a discussion"),
    "audit.did.pin_thread": ("置顶或取消置顶了讨论", "Pinned or unpinned a discussion"),
    "audit.did.report_post": ("举报了发言", "Reported a post"),
    "audit.did.hide_post": ("隐藏了发言", "Hid a post"),
    "audit.did.keep_post": ("看过并保留了发言", "Kept a reported post"),
    "audit.did.show_post": ("恢复了发言", "Showed a post again"),
    "audit.did.take_back_post": ("撤回了发言", "Took back a post"),
    "audit.did.add_reflection": ("写了复盘", "Wrote a reflection"),
    "audit.did.edit_reflection": ("修改了复盘", "Changed a reflection"),
    "audit.did.finish_reflection": ("完成了复盘的下一步", "Took the next step of a reflection"),
    "audit.did.remove_reflection": ("删除了复盘", "Removed a reflection"),
    "audit.did.reply_to_reflection": ("回复了复盘", "Replied to a reflection"),
    "audit.thing.training.thread": ("讨论", "discussion"),
    "audit.thing.training.post": ("发言", "post"),
    "audit.thing.training.postreport": ("举报", "report of a post"),
    "audit.thing.training.reflection": ("复盘", "reflection"),
}
WORDS = NAMES | RIGHTS | REFUSALS | AUDIT
