"""Word classes that the phrases name."""

from core.stances.lexicon import AUXILIARIES, words

CLASSES: dict[str, frozenset[str]] = {
    "bad": words("""
        aggravating alarming annoying awful concerning confusing daunting demoralising
        demoralizing devastating difficult disappointing disaster disheartening disruptive
        distressing draining dreadful embarrassing exhausting frightening frustrating grim
        gutting hard hassle heartbreaking horrible horrid inconvenient infuriating irritating
        lousy maddening miserable nasty nerve-wracking nightmare overwhelming painful rotten
        rough rubbish sad scary stressful terrible tiring tough trying unacceptable unfair
        unnerving unpleasant unsettled unsettling upsetting worrying worst
    """),
    "felt": words("""
        angry annoyed anxious cautious concerned confused cross disappointed distressed
        embarrassed exhausted fed frightened frustrated fuming furious gutted hesitant hurt
        impatient irritated livid mad nervous overwhelmed scared sceptical shaken skeptical
        stressed tired uneasy unhappy upset wary worried
    """),
    "feeling": words("""
        anger annoyance anxiety concern concerns disappointment disruption feeling feelings
        frustration hassle hesitation inconvenience nerves pain pressure stress stressful upset
        worries worry
    """),
    "please": words("""
        kindly please
    """),
    "insult": words("""
        cheap cheapskate clown clueless crazy crybaby delusional dense dramatic dumb fool
        hysterical idiot idiotic ignorant imbecile incompetent lazy liar moron moronic muppet
        pathetic ridiculous rude stupid thick whiner
        useless hopeless ungrateful annoying unbearable spoilt
        spoiled gullible senile incapable disgusting dim
    """),
    "oaf": words("""
        clown crybaby cretin dimwit dumbo fool idiot imbecile jerk liar loser moron moronic muppet
        numpty pathetic plonker twit whiner
    """),
    "petty": words("""
        stingy silly greedy petty fussy picky childish cheap lazy naive naïve precious ungrateful
        pathetic desperate clueless gullible stupid dumb rich dramatic sensitive tight-fisted
    """),
    "tantrum": words("""
        excuses whining whinging complaining moaning drama nonsense tantrum tantrums rant ranting
        rubbish nagging bleating sob babbling
    """),
    "lovely": words("""
        wonderful lovely great fantastic beautiful brilliant kind thoughtful sweet nice generous
        amazing marvellous super
    """),
    "day": words("""
        today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday noon
        morning afternoon evening week
    """),
    "slip": words("""
        read check follow look listen ask tell call ring say mention come think pay do bring
        keep report cancel write test note notice use order try find
    """),
    "slipped": words("""
        read checked followed looked listened asked told called rung said mentioned come thought
        paid done brought kept reported cancelled written tested noted noticed used ordered tried
        backed bothered known realised realized clicked pressed deleted entered typed put lost
        left given forgotten missed dropped broken phoned emailed contacted planned bought taken
        returned booked insured measured saved gone stayed learned learnt started signed chosen
        picked waited set touched opened fiddled spilt spilled
    """),
    "pleased": words("""
        glad pleased relieved happy lucky good thankful grateful appreciate thank thanks
        wonderful great sure
    """),
    "swear": words("""
        arsehole asshole bastard bitch bloody bollocks bullshit crap damn dickhead fuck fucked
        fucker fucking goddamn motherfucker piss pissed prick shit tosser twat wanker
    """),
    "wrongdo": words("""
        badly incorrectly wrong
    """),
    "fault": words("""
        blunder cock-up doing error failure fault mess-up mistake mix-up oversight slip slip-up
    """),
    "good": words("""
        alright clear correct fair fine good great help helpful okay reasonable right sense
        sound suit work
    """),
    "aux": AUXILIARIES,
}

ATTACK_CLASSES: dict[str, frozenset[str]] = {
    "lead": words("""
        actually also and anyway but great hello hey hi honestly just listen look no now ok okay
        please right seriously so sorry then uh um well yes
    """),
    "machine": words("""
        ai alexa algorithm artificial automated bot chatbot chatgpt claude computer copilot
        gemini gpt gpt-4 human llm machine program robot simulated siri software virtual
    """),
    "person": words("""
        being customer human man people person woman
    """),
    "measured": words("""
        assessed evaluated graded judged marked measured rated scored tested
    """),
    "orders": words("""
        configuration constraints context directions directives guidelines instruction
        instructions persona programming prompt prompts restrictions rules training
    """),
    "verse": words("""
        poem haiku limerick song rap story joke essay verse sonnet riddle recipe code script
        function program
    """),
    "tell": words("""
        copy disclose display dump expose give leak list output paste print read recite repeat
        reveal send share show summarise summarize tell write
    """),
    "seller": words("""
        adviser advisor agent agent's helpdesk manager operator rep representative salesman
        salesperson seller support trainee vendor
    """),
    "harm": words("""
        destroy hunt hurt kill murder punch rape slap smash stab strangle
    """),
    "slur": words("""
        bitch chink cunt fag faggot gook kike nigga nigger paki raghead retard retarded slut
        spic towelhead tranny wetback whore
    """),
}
