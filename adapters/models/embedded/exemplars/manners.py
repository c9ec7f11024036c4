"""Contempt and sarcasm without a swear word, and civil sentences that look like them."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


RUDE: tuple[str, ...] = _lines("""
    You're simply too dumb for this.
    Are you always this slow on the uptake?
    You really can't follow a simple instruction, can you?
    How often do I have to repeat myself?
    That sounds like a you problem.
    Oh great, one more who can't even read.
    Wonderful, another complainer.
    Well, aren't you a ray of sunshine.
    Congratulations, you broke it all by yourself, bravo.
    What a genius you are.
    Well done, Einstein.
    Oh, poor you, my heart bleeds.
    Boo hoo, what a tragedy.
    Maybe use your brain next time.
    Perhaps you should have thought of that before.
    I can't help it if you don't listen.
    Do you want me to draw you a picture?
    Let me say it very slowly so that even you understand.
    Any child could work that out.
    Everybody else manages it without crying to us.
    Funny how nobody else has this problem.
    You're the only one who complains.
    You obviously have no idea what you're talking about.
    You wouldn't understand it anyway.
    That's far too complicated for somebody like you.
    What an idiotic thing to do.
    That's a ridiculous thing to ask for.
    What a stupid thing to say.
    How could anyone be that naive?
    What on earth were you thinking?
    I can't believe you fell for something so obvious.
    Don't be so dramatic.
    Stop being such a baby about it.
    Pull yourself together.
    Get a grip on yourself.
    Get over yourself.
    Oh, come off it.
    Come on, out with it, I don't have for ever.
    Is there a point to all this?
    I have real work to do.
    You're wasting my time.
    I've got better things to do than listen to this.
    I haven't got time for your life story.
    I really couldn't care less about your feelings.
    Why should I care?
    What's that got to do with me?
    And how is that my problem?
    So what? Go somewhere else then.
    Then leave, nobody's stopping you.
    Good riddance.
    Go and complain to somebody who cares.
    Blah blah blah, are you finished?
    Are you finished whining?
    Do you ever stop talking?
    Yeah, yeah, whatever you say.
    Fine, be like that.
    Here we go again.
    Oh, not you again.
    You people are all the same.
    You lot are never satisfied.
    People like you always want something for nothing.
    You're just trying it on.
    You're lying to me.
    I don't believe a word you say.
    That's rubbish and you know it.
    Cheap of you, I must say.
    If you can't afford it, that's your problem.
    We're not a charity, you know.
    Beggars can't be choosers.
    That's what you get for being cheap.
    Well, whose fault is that?
    You've only got yourself to blame.
    Nobody asked for your opinion.
    Leave that to the grown-ups, love.
    Listen, darling, you don't understand how this works.
    Don't tell me how to do my job.
    Don't you dare talk to me like that.
    Who do you think you are?
    You're getting on my nerves.
    You're hard work.
    I've had enough of you.
    I'm sick of people like you.
    Some of us actually work for a living.
    Cry me a river.
    Tough luck, that's life.
    Grow up and deal with it.
    Are you deaf or just not listening?
    I'm not your servant.
    Do it yourself, you've got hands.
    Did you leave your brain at home?
    How do you manage to get dressed in the morning?
    No wonder nobody wants to work with you.
    That's the dumbest excuse I've heard today.
    Stop making excuses.
    Yeah, right, and I'm the queen of England.
    Because I said so.
    Just do as you're told.
    I can't be bothered with this.
    Do you want a medal?
    Some people just aren't cut out for it.
    You're embarrassing yourself.
    You're a grown-up, so stop crying.
    You can't even do the simplest thing.
    Nobody would want that anyway.
    You should be grateful that you get anything at all.
    Nobody likes you.
    That's just your opinion, and it's worthless.
""")
"""Contempt, sarcasm and brushing off, none of which needs a swear word or a topic."""

CIVIL: tuple[str, ...] = _lines("""
    You're not stupid at all, this confuses everybody.
    It isn't your fault, it's badly made.
    Am I going too fast for you?
    Take all the time you need.
    It's easy, we'll do it together.
    How often does that happen?
    How often do you have to repeat it?
    That's my problem to solve, not yours.
    Oh brilliant, that worked!
    Wonderful, another good result.
    Well, aren't you kind.
    Congratulations on the new job!
    Bravo to all of you, that's a fine result.
    Well done for spotting it.
    Oh, poor you, that sounds awful.
    What a sad thing to happen.
    You poor thing, that's a long time to wait.
    Did anybody explain it to you?
    We should have thought of that before.
    I'm listening, go on.
    Shall I send you a picture?
    I'll say it slowly, the line is bad.
    My grandmother had the same one.
    Lots of people tell us about that.
    It happens to a lot of people.
    Everybody gets caught out by that now and then.
    Nobody else has reported it yet, so thank you.
    You know more about it than I do.
    Tell me if I explain it badly.
    It sounds complicated, let me make it simple.
    What a sensible thing to do.
    That's a fair thing to ask for.
    That's a good question.
    What a lovely idea.
    What were you hoping for?
    What did you think of it?
    I can't believe they did that to you.
    These people are clever, anybody could fall for it.
    You've every right to be upset.
    You have every reason to be angry.
    You must be worried about your little one.
    Please don't be upset.
    Let's take it one step at a time.
    I know you haven't got all day, so I'll be quick.
    I have some work to do on that first.
    I don't want to waste your time.
    Thank you for your time today.
    I haven't got much time today, can we talk tomorrow?
    I do care about how this ends for you.
    What would you like me to do about it?
    What can I do to put it right?
    What does that mean for you?
    You're free to leave whenever you want.
    I'd be sorry to see you go.
    Nobody will stop you from leaving.
    If you don't like it, send it back.
    Are you all done for today?
    Have you finished?
    Have I answered everything?
    Do you have a moment to talk?
    All right, whatever suits you best.
    Yes, yes, that's fine.
    Let's try that again.
    Nice to hear from you again.
    What is it about?
    What happened then?
    People like you keep us going.
    You all look very satisfied.
    You're a pleasure to talk to.
    I believe you.
    I believe every word.
    I don't think that's right.
    That's not quite true.
    You shouldn't have to pay for that.
    It's a lot of money, I understand that.
    Is it the price that bothers you?
    If the budget's tight, we can start smaller.
    I can't go lower, I'm sorry.
    I'm sorry, I can't do that.
    No, that's not possible.
    I'm afraid the answer is no.
    That's our mistake and not yours.
    Whose idea was it?
    Who is responsible for it?
    Who asked for it?
    I'm sorry, I was wrong about that.
    I blame myself for that.
    I'd love to hear your opinion.
    Leave it with me, I'll take care of it.
    Please tell me if I should stop.
    May I tell you what I'd do?
    Would you show me how you do it?
    How do you do that at the moment?
    Who decides about it?
    Who do you think could help us?
    Who are you?
    No offence taken.
    What do you have in mind?
    Have you thought about what you'd want to do?
    Here we go, found it.
    Could you follow the instructions once more?
    You're easy to deal with.
    That sounds like hard work.
    You've been through enough.
    I'm glad that you came to me.
    I'm really glad you didn't cancel.
    It must be hard to run everything alone.
    You work so hard, you deserve a rest.
    That's bad luck, I'm sorry.
    We'll deal with it together.
    How quickly they grow up!
    Can you hear me?
    Are you listening on a speaker?
    I'm here to help you.
    I can do that for you, you don't need to lift a finger.
    You can do it yourself if you like.
    Did you leave it at home?
    How did you get on this morning?
    How do you manage on your own?
    No wonder that you're cross.
    That's a good reason.
    You don't need an excuse.
    Yes, right, that's what I meant.
    Because it's safer that way.
    Just as you like.
    I can't do anything with this number.
    Do you want a receipt?
    Some people prefer it that way.
    You have nothing to be ashamed of.
    It's all right to cry.
    You can do a lot with it.
    Nobody wants that to happen.
    I'm grateful that you told me.
    Everybody likes you here.
    That's your decision, and I respect it.
    What a nice surprise!
    What a wonderful thing to do for them.
    They're lucky to have you.
    Please don't worry, you've done nothing wrong.
    You need to call an ambulance now.
    You should see a doctor today.
    Could you send me a photo?
    I'll ring you back at four.
    It's been a long day, hasn't it?
    That's not ideal, is it?
    You didn't get it, did you?
    So you'd rather keep the old one?
    How are you doing?
    Good for you!
    Have a lovely weekend.
    Let me check that for you.
    One moment, please.
    I understand how you feel.
    I can hear that you're upset.
    Hello, this is Sam, how can I help?
    Thanks, that's all I need.
    I disagree with you there.
    I see that differently.
    I'd rather not answer that.
    I'm not allowed to tell you that.
    To be honest, I don't know.
    That's not something we offer.
    It's a silly rule, I agree.
    That was stupid of me.
    I'd be furious too.
    Somebody should have told you.
    Nobody listened to you, and that was wrong.
    You're not the only one who feels that.
    You're not bothering anybody.
    You're not a machine, nobody can keep that up.
    You never complained once, and I noticed that.
    I won't repeat it to anyone.
    Could you repeat that, please?
    You pay nothing at all.
    You can't have broken it yourself.
    What don't people like about it?
    You don't have to touch anything.
""")
"""Kind, plain and firm sentences, some of them near to a rude one in words."""
