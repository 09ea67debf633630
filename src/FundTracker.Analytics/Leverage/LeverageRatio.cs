using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>One leverage ratio with all that it must say of itself.</summary>
/// <param name="Definition">Formula, basis, layer.</param>
/// <param name="Numerator">Money above the line.</param>
/// <param name="Denominator">Money below the line.</param>
/// <param name="Ratio">The ratio; a share is a ratio below one.</param>
/// <param name="Target">What it should reach; null where none is set.</param>
public sealed record LeverageRatio(
    LeverageDefinition Definition, Figure<Money> Numerator, Figure<Money> Denominator, Figure<Multiple> Ratio, LeverageTarget? Target)
{
    /// <summary>
    /// The stated rates that amounts of other currencies count at, by pair and day: payments at that of their own day, commitments at that
    /// of the day asked for. Empty where all is in one currency.
    /// </summary>
    public IReadOnlyList<UsedRate> Rates { get; init; } = [];
}

/// <summary>A target of a ratio.</summary>
/// <param name="Value">The ratio to reach, in the formula's own reading.</param>
/// <param name="OthersToOurs">Where the source sets others' money to ours (1:4.5 is 4.5): that number; else null. The formula's reading is then one more.</param>
/// <param name="IsMet">Whether the ratio reaches it; null where the ratio has no answer.</param>
public sealed record LeverageTarget(decimal Value, decimal? OthersToOurs, bool? IsMet);

/// <summary>Money by the kind of investor it comes from in the end.</summary>
/// <param name="Kind">Kind of investor.</param>
/// <param name="IsSocial">Whether it counts as social capital by the mapping in force.</param>
/// <param name="Amount">Paid in.</param>
public sealed record MoneyByKind(InvestorKind Kind, bool IsSocial, Money Amount);

/// <summary>The five ratios of one part of the portfolio; amounts are in the mother fund's currency, of a single fund in that fund's.</summary>
/// <param name="Scope">Which part: <c>LUZHOU1</c>, <c>LUZHOU1/class:Theme</c>, or a sub-fund's code.</param>
/// <param name="GroupName">What it is grouped by: <c>all</c>, <c>fund</c>, <c>sector</c>, <c>class</c>, <c>stage</c>.</param>
/// <param name="GroupValue">Code of the group: a fund's code, a sector, a class, a stage; empty for all.</param>
/// <param name="SubFunds">Codes of the sub-funds counted.</param>
/// <param name="Ratios">The five, in order.</param>
/// <param name="ByKind">Paid-in by kind of investor behind the social ratios.</param>
/// <param name="SocialKinds">The mapping in force: kinds that count as social.</param>
public sealed record LeverageRow(
    string Scope, string GroupName, string GroupValue, IReadOnlyList<string> SubFunds, IReadOnlyList<LeverageRatio> Ratios,
    IReadOnlyList<MoneyByKind> ByKind, IReadOnlyList<InvestorKind> SocialKinds)
{
    /// <summary>The ratio of a formula.</summary>
    public LeverageRatio this[LeverageFormula formula] => Ratios.First(ratio => ratio.Definition.Formula == formula);
}
