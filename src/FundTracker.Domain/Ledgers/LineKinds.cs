using System.Collections.Frozen;

namespace FundTracker.Domain.Ledgers;

/// <summary>A set of line kinds, as one number; kinds are below 64.</summary>
public readonly record struct KindSet(ulong Bits)
{
    /// <summary>The set of some kinds.</summary>
    public static KindSet Of(params ReadOnlySpan<LineKind> kinds)
    {
        ulong bits = 0;
        foreach (var kind in kinds) bits |= 1UL << (byte)kind;
        return new KindSet(bits);
    }

    /// <summary>Whether the kind is in the set.</summary>
    public bool Contains(LineKind kind) => (Bits >> (byte)kind & 1) != 0;

    /// <summary>Kinds of either set.</summary>
    public static KindSet operator |(KindSet left, KindSet right) => new(left.Bits | right.Bits);

    /// <summary>The kinds, by number.</summary>
    public IEnumerable<LineKind> Kinds()
    {
        for (byte kind = 1; kind < 64; kind++) if (Contains((LineKind)kind)) yield return (LineKind)kind;
    }
}

/// <summary>What one line of a kind does; each number is a sign that the line's amount is multiplied by.</summary>
/// <param name="Edge">The edge it may stand on.</param>
/// <param name="Commitment">Effect on the commitment.</param>
/// <param name="PaidIn">Effect on paid-in.</param>
/// <param name="Distributed">Effect on distributions.</param>
/// <param name="HolderCash">Effect on the holder's own cash.</param>
/// <param name="InvesteeCash">Effect on the investee's own cash.</param>
/// <param name="MayBeNegative">Whether an amount below zero is legal on a line that is no reversal.</param>
/// <param name="Replaces">Whether the line states a level that replaces the one before (NAV, valuation) instead of adding to it.</param>
/// <param name="Part">Which part it is of what several lines say together; every kind says so, even that it stands for itself.</param>
public sealed record LineKindRule(
    EdgeKind Edge, int Commitment, int PaidIn, int Distributed, int HolderCash, int InvesteeCash, bool MayBeNegative, bool Replaces, ActPart Part);

/// <summary>The one table of what ledger lines mean. Every balance and figure reads it.</summary>
public static class LineKinds
{
    private static readonly ActPart Alone = new(LineAct.None, Place: 0);

    private static readonly FrozenDictionary<LineKind, LineKindRule> Rules = new Dictionary<LineKind, LineKindRule>
    {
        [LineKind.Commitment] = OnCommitment(Alone, commitment: 1, negative: true),
        [LineKind.CommitmentIncrease] = OnCommitment(Alone, commitment: 1),
        [LineKind.CommitmentReduction] = OnCommitment(Alone, commitment: -1),
        [LineKind.CommitmentTransferIn] = OnCommitment(new(LineAct.Transfer, 2), commitment: 1),
        [LineKind.CommitmentTransferOut] = OnCommitment(new(LineAct.Transfer, 1), commitment: -1),
        [LineKind.CommitmentLapse] = OnCommitment(Alone, commitment: -1),
        [LineKind.CommitmentDefault] = OnCommitment(Alone, commitment: -1),
        [LineKind.CallIssued] = OnCommitment(Alone),
        [LineKind.CallCancelled] = OnCommitment(Alone),
        [LineKind.Contribution] = OnCommitment(Alone, paidIn: 1, cash: 1),
        [LineKind.ContributionInKind] = OnCommitment(Alone, paidIn: 1),
        [LineKind.OpeningContribution] = OnCommitment(Alone, paidIn: 1, negative: true),
        [LineKind.PaidInTransferIn] = OnCommitment(new(LineAct.Transfer, 4), paidIn: 1),
        [LineKind.PaidInTransferOut] = OnCommitment(new(LineAct.Transfer, 3), paidIn: -1),
        [LineKind.ReturnOfCapital] = OnCommitment(Alone, distributed: 1, cash: -1),
        [LineKind.GainDistribution] = OnCommitment(Alone, distributed: 1, cash: -1),
        [LineKind.IncomeDistribution] = OnCommitment(Alone, distributed: 1, cash: -1),
        [LineKind.OpeningDistribution] = OnCommitment(Alone, distributed: 1, negative: true),
        [LineKind.Nav] = OnCommitment(Alone, negative: true, replaces: true),
        [LineKind.ValueIncome] = OnOwn(Alone, negative: true),
        [LineKind.ValueRealised] = OnOwn(Alone, negative: true),
        [LineKind.ValueUnrealised] = OnOwn(Alone, negative: true),
        [LineKind.ValueManagementFee] = OnOwn(Alone, negative: true),
        [LineKind.ValueExpense] = OnOwn(Alone, negative: true),
        [LineKind.ValueCarryChange] = OnOwn(Alone, negative: true),
        [LineKind.ManagementFee] = OnOwn(Alone, cash: -1),
        [LineKind.Expense] = OnOwn(Alone, cash: -1),
        [LineKind.Tax] = OnOwn(Alone, cash: -1),
        [LineKind.Interest] = OnOwn(Alone, cash: 1),
        [LineKind.OtherIncome] = OnOwn(Alone, cash: 1),
        [LineKind.CreditDrawn] = OnOwn(Alone, cash: 1),
        [LineKind.CreditRepaid] = OnOwn(Alone, cash: -1),
        [LineKind.OpeningCash] = OnOwn(Alone, cash: 1, negative: true),
        [LineKind.CurrencySold] = OnOwn(new(LineAct.Exchange, 1), cash: -1),
        [LineKind.CurrencyBought] = OnOwn(new(LineAct.Exchange, 2), cash: 1),
        [LineKind.Investment] = OnHolding(Alone, holderCash: -1),
        [LineKind.InvestmentInKind] = OnHolding(Alone),
        [LineKind.Valuation] = OnHolding(new(LineAct.Exit, 3), negative: true, replaces: true),
        [LineKind.ExitProceeds] = OnHolding(new(LineAct.Exit, 1), holderCash: 1),
        [LineKind.CostRelieved] = OnHolding(new(LineAct.Exit, 2)),
        [LineKind.Dividend] = OnHolding(Alone, holderCash: 1),
        [LineKind.RoundRaised] = OnOwn(Alone),
    }.ToFrozenDictionary();

    /// <summary>Every kind that a line may have, by number.</summary>
    public static IReadOnlyList<LineKind> All { get; } = [.. Rules.Keys.Order()];

    /// <summary>Kinds whose signed sum is the commitment.</summary>
    public static KindSet CommitmentKinds { get; } = Where(rule => rule.Commitment != 0);

    /// <summary>Kinds whose signed sum is paid-in.</summary>
    public static KindSet PaidInKinds { get; } = Where(rule => rule.PaidIn != 0);

    /// <summary>Kinds whose sum is what was distributed.</summary>
    public static KindSet DistributionKinds { get; } = Where(rule => rule.Distributed != 0);

    /// <summary>Kinds that move cash of either end.</summary>
    public static KindSet CashKinds { get; } = Where(rule => rule.HolderCash != 0 || rule.InvesteeCash != 0);

    /// <summary>Kinds by which a fund puts money or assets into a company.</summary>
    public static KindSet InvestmentKinds { get; } = KindSet.Of(LineKind.Investment, LineKind.InvestmentInKind);

    /// <summary>Kinds that open the books: sums without dates behind them.</summary>
    public static KindSet OpeningKinds { get; } = KindSet.Of(LineKind.OpeningContribution, LineKind.OpeningDistribution, LineKind.OpeningCash);

    /// <summary>Kinds by which a statement of NAV splits its change of value (ILPA roll-forward).</summary>
    public static KindSet ValueChangeKinds { get; } = KindSet.Of(
        LineKind.ValueIncome, LineKind.ValueRealised, LineKind.ValueUnrealised, LineKind.ValueManagementFee, LineKind.ValueExpense,
        LineKind.ValueCarryChange);

    /// <summary>Kinds that bear on unfunded.</summary>
    public static KindSet UnfundedKinds { get; } = CommitmentKinds | PaidInKinds | DistributionKinds;

    /// <summary>What a kind does.</summary>
    /// <exception cref="KeyNotFoundException">Not a kind.</exception>
    public static LineKindRule RuleOf(LineKind kind) => Rules[kind];

    /// <summary>1 for a split that raises value where it is above zero; -1 for fees, expenses and accrued carry, which lower it.</summary>
    public static int SignOnValue(LineKind kind) =>
        kind is LineKind.ValueManagementFee or LineKind.ValueExpense or LineKind.ValueCarryChange ? -1 : 1;

    /// <summary>
    /// Signed effect on unfunded of one line (domain.md, section 3): commitment changes add, money paid in inside the commitment takes off,
    /// recallable distributions add again.
    /// </summary>
    /// <param name="kind">Kind of the line.</param>
    /// <param name="amountMinor">Amount in minor units, negative on a reversal.</param>
    /// <param name="insideCommitment">Whether paid-in money counts against the commitment.</param>
    /// <param name="recallable">Whether a distribution may be called again.</param>
    public static long ImpactOnUnfunded(LineKind kind, long amountMinor, bool insideCommitment, bool recallable)
    {
        var rule = RuleOf(kind);
        return checked((rule.Commitment * amountMinor)
            - (insideCommitment ? rule.PaidIn * amountMinor : 0)
            + (rule.Distributed != 0 && recallable ? amountMinor : 0));
    }

    private static KindSet Where(Func<LineKindRule, bool> matches) =>
        KindSet.Of([.. Rules.Where(pair => matches(pair.Value)).Select(pair => pair.Key)]);

    private static LineKindRule OnCommitment(
        ActPart part, int commitment = 0, int paidIn = 0, int distributed = 0, int cash = 0, bool negative = false, bool replaces = false) =>
        new(EdgeKind.Commitment, commitment, paidIn, distributed, HolderCash: -cash, InvesteeCash: cash, negative, replaces, part);

    private static LineKindRule OnHolding(ActPart part, int holderCash = 0, bool negative = false, bool replaces = false) =>
        new(EdgeKind.Holding, 0, 0, 0, holderCash, 0, negative, replaces, part);

    private static LineKindRule OnOwn(ActPart part, int cash = 0, bool negative = false) =>
        new(EdgeKind.Own, 0, 0, 0, cash, 0, negative, Replaces: false, part);
}
