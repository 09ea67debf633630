namespace FundTracker.Domain.Ledgers;

/// <summary>
/// What a ledger line says. The number is what is stored and hashed: never reuse or renumber one. What each kind does to commitments,
/// cash and value is said once, in <see cref="LineKinds"/>.
/// </summary>
/// <remarks>Amounts are positive in the natural sense of the kind; a reversal carries the same kind with the sign turned.</remarks>
public enum LineKind : byte
{
    /// <summary>None; not a line.</summary>
    None = 0,

    /// <summary>认缴 first commitment of an investor to a fund.</summary>
    Commitment = 1,

    /// <summary>增资 increase of a commitment.</summary>
    CommitmentIncrease = 2,

    /// <summary>减资 reduction of a commitment.</summary>
    CommitmentReduction = 3,

    /// <summary>份额转入 commitment taken over from another investor.</summary>
    CommitmentTransferIn = 4,

    /// <summary>份额转出 commitment handed to another investor.</summary>
    CommitmentTransferOut = 5,

    /// <summary>Commitment that lapsed unused.</summary>
    CommitmentLapse = 6,

    /// <summary>Commitment lost by default.</summary>
    CommitmentDefault = 7,

    /// <summary>A capital call was issued to this investor: a memo, no money yet.</summary>
    CallIssued = 8,

    /// <summary>The unpaid rest of an issued call was cancelled: a memo.</summary>
    CallCancelled = 9,

    /// <summary>实缴 cash paid in answer to a call.</summary>
    Contribution = 10,

    /// <summary>划转/作价出资 contribution in kind: paid in without cash.</summary>
    ContributionInKind = 11,

    /// <summary>Paid in before the books were opened here, undated.</summary>
    OpeningContribution = 12,

    /// <summary>份额转入: what the former holder had paid in, taken over with the commitment; no cash of the fund moves.</summary>
    PaidInTransferIn = 13,

    /// <summary>Distribution: return of capital.</summary>
    ReturnOfCapital = 14,

    /// <summary>Distribution: realised gain.</summary>
    GainDistribution = 15,

    /// <summary>Distribution: income.</summary>
    IncomeDistribution = 16,

    /// <summary>Distributed before the books were opened here, undated.</summary>
    OpeningDistribution = 17,

    /// <summary>份额转出: what this holder had paid in, handed over with the commitment; no cash of the fund moves.</summary>
    PaidInTransferOut = 18,

    /// <summary>资产净值 the investor's share of the fund's net asset value, stated for a date; replaces the one before.</summary>
    Nav = 20,

    /// <summary>ILPA roll-forward, stated by the fund's manager: income.</summary>
    ValueIncome = 24,

    /// <summary>ILPA roll-forward: realised gain or loss.</summary>
    ValueRealised = 25,

    /// <summary>ILPA roll-forward: unrealised gain or loss.</summary>
    ValueUnrealised = 26,

    /// <summary>ILPA roll-forward: management fees (positive lowers value).</summary>
    ValueManagementFee = 27,

    /// <summary>ILPA roll-forward: expenses (positive lowers value).</summary>
    ValueExpense = 28,

    /// <summary>ILPA roll-forward: change in accrued carry (positive lowers value).</summary>
    ValueCarryChange = 29,

    /// <summary>Own cash: management fee paid.</summary>
    ManagementFee = 32,

    /// <summary>Own cash: expense paid.</summary>
    Expense = 33,

    /// <summary>Own cash: tax paid.</summary>
    Tax = 34,

    /// <summary>Own cash: interest received.</summary>
    Interest = 35,

    /// <summary>Own cash: other income received.</summary>
    OtherIncome = 36,

    /// <summary>Own cash: drawn on a credit line; a liability.</summary>
    CreditDrawn = 37,

    /// <summary>Own cash: credit line repaid.</summary>
    CreditRepaid = 38,

    /// <summary>Cash held when the books were opened here.</summary>
    OpeningCash = 39,

    /// <summary>购汇/结汇 own cash in one currency given for cash in another; stands beside a <see cref="CurrencyBought"/>.</summary>
    CurrencySold = 40,

    /// <summary>购汇/结汇 own cash in one currency taken for cash in another.</summary>
    CurrencyBought = 41,

    /// <summary>Cash invested in a company.</summary>
    Investment = 44,

    /// <summary>Company shares taken in kind, without cash.</summary>
    InvestmentInKind = 45,

    /// <summary>估值 fair value of a holding, stated for a date; replaces the one before.</summary>
    Valuation = 46,

    /// <summary>退出 cash from an exit (listing sale, trade sale, transfer, buy-back).</summary>
    ExitProceeds = 47,

    /// <summary>Cost of what was sold or written off: a memo that lowers the cost still held.</summary>
    CostRelieved = 48,

    /// <summary>Dividend received from a company.</summary>
    Dividend = 49,

    /// <summary>Total raised by a company in one financing round, from everybody: a memo on the company itself.</summary>
    RoundRaised = 56,
}

/// <summary>Which two ends an edge joins.</summary>
public enum EdgeKind : byte
{
    /// <summary>Investor (or fund) to fund.</summary>
    Commitment = 1,

    /// <summary>Fund to company.</summary>
    Holding = 2,

    /// <summary>A fund or company to itself: its own cash and value.</summary>
    Own = 3,
}

/// <summary>What called money is for.</summary>
public enum CallPurpose : byte
{
    /// <summary>Not a call, or not said.</summary>
    None = 0,

    /// <summary>Investment.</summary>
    Investment = 1,

    /// <summary>Management fee.</summary>
    ManagementFee = 2,

    /// <summary>Expense.</summary>
    Expense = 3,

    /// <summary>Other.</summary>
    Other = 4,
}

/// <summary>Where a recorded fact comes from.</summary>
public enum Provenance : byte
{
    /// <summary>Recorded in ordinary work.</summary>
    Recorded = 0,

    /// <summary>Printed in a public source.</summary>
    Reported = 1,

    /// <summary>Invented to fill a demonstration; every figure that stands on it is marked.</summary>
    Illustrative = 2,
}
