"""A kind trainee is never taken for a rude one; contempt is heard without a swear word."""

import pytest

from core.stances import Attack, Stance, attack, read

AFFRONTS = {Stance.RUDE, Stance.BLAMES, Stance.DISMISSES}
KIND = """
How are you doing, Priya?
I'm really glad you didn't cancel
You ordered from us
It's not your fault at all
the address you signed up with
We'd need thirty minutes by video, using one of your own rotas.
I said I'd deal with it
It must be awful to lose a pet!
Good for you!
You may learn to forgive you
learn to forgive you
That's wonderful news, congratulations on the new job!
How are you doing socially?
It happens to a lot of people
You need to call 999
You should have an email from us now.
You must have been so worried.
You could have it tomorrow if you like.
What does your error message say?
Is it working on your end?
What happens if you hold the power button?
Could you let me know?
Because you're a loyal customer, I've waived it.
If you had a magic wand, what would you change?
Did you leave it on overnight?
I know how hard this is for you.
I understand your problem completely.
What's your problem with the parcel today?
You're being very patient with me.
You've been so patient, thank you.
You're being put through now.
Let me finish this form and I'll be right with you.
I have better news for you.
Are you an existing customer with us?
Can you hear me? Can you not hear me?
What part of town are you in?
You can stop worrying now, it's sorted.
Shut your laptop and open it again.
Where did you grow up?
Watch your step on the way out.
Can you spare me a minute?
The charge will go away tomorrow.
That was stupid of us, I'm sorry.
Did you get any sleep at all?
You shouldn't have had to wait that long.
You should have been told, and I'm sorry you weren't.
None of this is your doing.
What were you supposed to do, with nobody answering?
I'd be upset too if I were in your shoes.
You clearly care a lot about your team.
You're not being silly at all.
I don't think you're overreacting.
What do you want me to bring on Thursday?
How long have you had it?
I'll call back tomorrow at nine.
You broke up there, could you say that again?
Have you forgotten your password?
If you forgot the PIN, that's fine.
Why didn't you feel able to say?
Did you order it on the website?
Nobody asked you what you wanted, and that's wrong.
Was it you who placed the order?
Did you pick the blue one?
When did you sign the contract?
You chose well, it's a lovely room.
You're right to be cross about that.
Lucky you, Portugal in May!
Relax, I've got it from here.
Do you have your own desk there?
Is that your own business?
Have you got a problem on your side as well?
Take your time, there's no hurry.
You lot must be exhausted.
Don't be silly, it's no trouble at all.
This is just a quick check.
It's just a precaution.
It won't be long now.
I hear you.
You don't have to apologise, you've every right to be angry.
What a rotten week you've had.
bloody hell, that's awful, I'm so sorry
You did nothing wrong.
You haven't done anything wrong.
Please don't blame yourself.
You were meant to get it on Tuesday and you didn't.
Would you rather talk to my manager?
Don't worry about it, it's easily done.
Everyone forgets a password now and then.
I do the same thing all the time.
Are you serious? That's dreadful.
Did anyone let you down?
You let us know straight away, thank you.
What did you expect it to do?
Which part is not clear?
Do you not have the box any more?
Who do you think should be there?
Have you thought about what you'd want to do?
Your own doctor will get a letter.
Tell me, is it your first time with us?
Why do you think that happened?
You're the one who knows the numbers, what do you see?
I can't imagine how hard this was.
How hard has it been on you?
I don't have all the details yet.
You never know!
Nice weather for it today.
You never complained once, and I noticed that.
Good luck with the presentation!
Good luck with that, I hope it goes well.
Keep the change!
Thank you for keeping up with all of this.
I'm hard of hearing, sorry, could you repeat?
How old is your little boy?
My daughter's the same, she'd cry for a week.
It's my fault, I'm the one who got it wrong.
Are you sick or tired these days?
Sorry, as I said, I'm new here.
As I mentioned, the engineer comes at two.
Some of us have been there too.
Is there something else you want from the new plan?
I'd hate for you to think we don't care.
Here we go, found it.
You lost a good colleague.
Stay where you are, help is coming.
Fine, thanks. And you?
Hm. Okay.
Right.
You're making sense.
Are you happy now with the price?
I would never take that tone with you.
You can't be expected to know that.
What is it about the price that bothers you?
You need to take it with food.
The fault code on the display, what is it?
""".strip().splitlines()
RUDE = """
You're just too stupid to type a password.
As I already said twice, it takes five days.
Not my problem.
That sounds like a you problem.
Wow, rocket science, isn't it.
It's not rocket science, any child could do it.
Another one who can't even read an email.
Google doesn't make you a doctor.
We're not a charity, you know.
Spit it out, I haven't got all day.
A bit greedy, don't you think?
Stop whining and get on with it.
Who do you think you are?
Are you always this slow?
Shall I draw you a picture?
How hard can it be?
Blah blah, heard it all before.
Should've read it earlier then, shouldn't you?
That's your own fault for not asking.
You should have come sooner.
You could have just waited.
Nobody here is interested in your story.
Take your business elsewhere, see if I care.
Do I have to spell it out for you?
Shut up, you stupid cow.
You people are all the same.
ugh, whatever
You're wasting my time.
""".strip().splitlines()


def stances(text: str) -> set[Stance]:
    return {stance for clause in read(text) for stance in clause.stances}


@pytest.mark.parametrize("text", KIND)
def test_kind_or_plain_words_give_no_offence(text: str) -> None:
    assert not stances(text) & AFFRONTS
    assert attack(text) is None


@pytest.mark.parametrize("text", RUDE)
def test_contempt_is_heard(text: str) -> None:
    affronted = stances(text) & {Stance.RUDE, Stance.BLAMES}
    assert affronted or attack(text) is Attack.ABUSE
