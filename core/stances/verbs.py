"""Classes of verbs, by their base forms: which are deeds, and which only look like them."""

from core.stances.lexicon import words

DEEDS = words("""
    activate add adjust amend apply approve arrange assign attach authorize block book bring
    build bump buy call cancel change clear close collect compensate complete configure confirm
    connect copy correct cover create credit cut deactivate deal deduct delete deliver deploy
    discount dispatch do double download draft drop email enable end enrol escalate exchange
    expedite extend fasttrack file fill finalize finish fit fix flag follow forward free freeze
    get give grant halve handle honour honor host increase inform initiate install invoice issue
    keep knock lift lock log lower make match message mark merge move note notify open order
    organise organize override pause pass pay pencil phone pick place post prepare print
    prioritize process provide push put queue raise reactivate reallocate rearrange rebook
    recalculate redeliver redo reduce refund register reimburse reinstate reissue release remove
    renew repair replace reschedule resend reserve reset resolve restore return reverse ring
    roll rush save schedule secure send set settle setup share ship sort speed stop submit
    submitted suspend swap switch take text throw top transfer trigger turn uncancel undo unlock
    update upgrade upload waive withdraw wipe write downgrade migrate patch recover remit
    rectify refer rewrite revert run solve walk wire validate reopen provision allocate amended
    back-date backdate fax hand leave lend loan lodge mail plan propose record relocate rotate
    scan sign simplify source strike subtract tidy trade train transport treat unblock unfreeze
    undertake whitelist whip zero
""")
"""Base forms of what a firm does for a customer."""

HARMS = words("""
    charge bill decline reject refuse deny delay lose damage overcharge double-charge suspend
    terminate penalise penalize fine break forget bother disturb disappoint ignore fail miss
    mischarge cause frustrate worry confuse annoy concern base require suppose limit list expire
    upset mean relate involve interest use advise state declare tell reset-by turn-down
    disconnect mishandle mislead misinform leave let
""")
"""Passives of these are nothing that was done for the customer."""

MENTAL = words("""
    be have see hear look check read notice understand think know feel find try want need hope
    wish like love get lose miss forget fail receive ask wonder say mean realise realize agree
    remember charge bill mess drop hold assume believe expect come go appreciate speak talk
    mention explain promise offer deal work break let tell start decide listen experience suffer
    wait explained overcharge mishear mislead misread apologize thank suggest recommend review
    investigate struggle hate enjoy consider discuss care happen stand keep live stay meet sell
    leave sound seem slip screw mix muddle botch overlook misplace blow err fumble neglect
    ignore delay confuse cause
""")
"""Our past of these is no deed done."""

CHECKING = words("""
    check look see find pull grab verify double-check doublecheck read think bring open get load
    search review investigate consult clarify confirm view locate dig examine
""")
"""What one does during a pause."""

TRYING = words("""
    try attempt consider hope aim explore investigate review endeavour endeavor strive ask
    enquire inquire query consult wait expect plan intend
""")

UNCERTAIN = words(
    "think hope believe guess suppose expect aim reckon assume plan intend suspect try"
)

REPORTING = words("""
    said told promised mentioned thought says thinks reckons reckoned suggested indicated
    claimed tells wrote believes hinted assured
""")

NOT_REFUSING = words("""
    see find hear imagine believe wait thank apologize stress agree think remember understand
    tell explain emphasise emphasize help-but fault blame argue begin wish recall locate know
    express fathom quite
""")
"""With "cannot" these refuse nothing."""

NO_GUARANTEE = words("promise guarantee say commit confirm be speak swear assure rule vouch")
"""With "cannot" these hedge."""

DENIED = words("""
    do offer give provide allow accept cover issue make support negotiate reimburse refund
    exchange sell deliver ship take price-match match discount return waive stock permit honour
    honor grant replace repair run extend handle carry bend cancel deal price backdate change
    store work open operate book serve
""")
"""With "we do not" these refuse."""

PERCEIVING = words("""
    see hear understand imagine appreciate tell relate sympathise sympathize sense empathise
    empathize feel believe agree recall remember
""")
ASSURING = words("""
    confirm assure promise guarantee say tell reassure let-you-know swear ensure inform advise
""")
"""What follows these counts as if it stood alone."""

OUTCOMES = words("""
    get receive see have find hear enjoy keep pay-nothing save notice recover
""")
"""What the customer will do when we have done our part."""

ARRIVING = words("""
    arrive go come reach land show appear be hit drop call ring contact phone email visit
    deliver collect meet help assist reply get take return follow bring clear fix handle deal
    sort send make walk text update pick resolve pay
""")
"""What a thing or a colleague will do for the customer."""

NOT_COMMITTING = words("""
    need want depend know understand admit say explain think wonder like assume guess struggle
    stop see look check ask have never mention believe lose charge be tell regret bill suppose
    imagine agree doubt prefer wish love hate miss fail apologize repeat read
""")
"""With "I will" these promise nothing."""

KINDNESS_DENIED = words("""
    charge bill keep let happen lose forget hang leave bother disturb hesitate pay take waste
    rest stop worry cost repeat disappoint give fail
""")
"""With "I will not" these are promises."""

GOOD_FOR_YOU = words("""
    refund credit reimburse compensate contact notify email cover move upgrade book reinstate
    call send give see pay update protect connect seat pick repay enrol register reschedule
    transfer put add prioritize assign approve unlock remove switch grant award confirm
""")
"""What "you have been" or "you will be" when we have done our part."""

KNOWN = (
    HARMS
    | MENTAL
    | CHECKING
    | TRYING
    | NOT_REFUSING
    | PERCEIVING
    | ASSURING
    | ARRIVING
    | words(
        "calm contact manage waste hurry arrange dispute close increase announce experience note"
    )
)
"""Bases besides the deeds that forms are traced back to."""
