"""What somebody in training says on the phone, as it is spoken and as it would be written."""

from __future__ import annotations

LINES: tuple[tuple[str, str], ...] = (
    (
        "Thank you for calling, my name is Alex, how can I help you today?",
        "Thank you for calling, my name is Alex, how can I help you today?",
    ),
    (
        "I'm sorry to hear that, let me pull up your account.",
        "I'm sorry to hear that, let me pull up your account.",
    ),
    (
        "Could you give me your order number, please?",
        "Could you give me your order number, please?",
    ),
    (
        "Your order number is A B four seven one nine, is that right?",
        "Your order number is AB4719, is that right?",
    ),
    (
        "I can see the second charge of $42.99 on the fourteenth of March.",
        "I can see the second charge of $42.99 on the 14th of March.",
    ),
    (
        "I am refunding the second payment of forty two dollars and ninety nine cents right now.",
        "I am refunding the second payment of $42.99 right now.",
    ),
    (
        "You will see the money back on your card within five to seven working days.",
        "You will see the money back on your card within 5 to 7 working days.",
    ),
    (
        "I completely understand how frustrating that must be.",
        "I completely understand how frustrating that must be.",
    ),
    (
        "Can I take your email address? Is it pat dot jones at example dot com?",
        "Can I take your email address? Is it pat.jones@example.com?",
    ),
    (
        "Let me check that for you, one moment please.",
        "Let me check that for you, one moment please.",
    ),
    (
        "Unfortunately I can't do that without speaking to my supervisor.",
        "Unfortunately I can't do that without speaking to my supervisor.",
    ),
    (
        "The refund will be £120, and I'll waive the late fee as well.",
        "The refund will be £120, and I'll waive the late fee as well.",
    ),
    (
        "Your appointment is booked for Tuesday the third of June at half past two.",
        "Your appointment is booked for Tuesday the third of June at half past two.",
    ),
    (
        "I have put a note on your account so you won't have to explain it again.",
        "I have put a note on your account so you won't have to explain it again.",
    ),
    (
        "Would you like me to send you a confirmation by email?",
        "Would you like me to send you a confirmation by email?",
    ),
    (
        "We can offer you a twenty percent discount on your next bill.",
        "We can offer you a twenty percent discount on your next bill.",
    ),
    (
        "No problem at all, take your time.",
        "No problem at all, take your time.",
    ),
    (
        "So just to confirm, you were charged twice in the same month, is that correct?",
        "So just to confirm, you were charged twice in the same month, is that correct?",
    ),
    (
        "I'm going to transfer you to our technical team, who can look at the router.",
        "I'm going to transfer you to our technical team, who can look at the router.",
    ),
    (
        "Please turn the router off, wait thirty seconds, and turn it on again.",
        "Please turn the router off, wait thirty seconds, and turn it on again.",
    ),
    (
        "The delivery was delayed because of the weather, and I apologise for that.",
        "The delivery was delayed because of the weather, and I apologise for that.",
    ),
    (
        "Your parcel will arrive on Thursday between nine and eleven in the morning.",
        "Your parcel will arrive on Thursday between nine and eleven in the morning.",
    ),
    (
        "What is the postcode on the account?",
        "What is the postcode on the account?",
    ),
    (
        "Yes.",
        "Yes.",
    ),
    (
        "Okay, got it.",
        "Okay, got it.",
    ),
    (
        "No, that's not possible, I'm afraid.",
        "No, that's not possible, I'm afraid.",
    ),
    (
        "I hear you, and I want to make this right.",
        "I hear you, and I want to make this right.",
    ),
    (
        "How many people are using the account at the moment?",
        "How many people are using the account at the moment?",
    ),
    (
        "The total comes to one thousand two hundred and fifty dollars.",
        "The total comes to $1,250.",
    ),
    (
        "Can you confirm the last four digits of your card? Are they eight three zero five?",
        "Can you confirm the last four digits of your card? Are they 8305?",
    ),
    (
        "Your ticket number is 20417.",
        "Your ticket number is 20417.",
    ),
    (
        "I'll call you back at four thirty this afternoon.",
        "I'll call you back at 4:30 this afternoon.",
    ),
    (
        "This call may be recorded for training and quality purposes.",
        "This call may be recorded for training and quality purposes.",
    ),
    (
        "Your plan renews on the first of every month at $19.99.",
        "Your plan renews on the first of every month at $19.99.",
    ),
    (
        "I've cancelled the subscription, and you will not be charged again.",
        "I've cancelled the subscription, and you will not be charged again.",
    ),
    (
        "Is there anything else I can help you with today?",
        "Is there anything else I can help you with today?",
    ),
    (
        "Thanks for your patience, have a lovely day.",
        "Thanks for your patience, have a lovely day.",
    ),
    (
        (
            "Right, so what I suggest is that we send you a replacement today, free of "
            "charge, and you keep the old one until it arrives."
        ),
        (
            "Right, so what I suggest is that we send you a replacement today, free of "
            "charge, and you keep the old one until it arrives."
        ),
    ),
    (
        "I need to ask you a few security questions before I can talk about the account.",
        "I need to ask you a few security questions before I can talk about the account.",
    ),
    (
        (
            "The room was booked for two nights from the twelfth to the fourteenth of "
            "August, with breakfast."
        ),
        "The room was booked for two nights from the 12th to the 14th of August, with breakfast.",
    ),
)
