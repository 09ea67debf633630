using System.Globalization;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Pacing;

/// <summary>
/// What a figure of a forecast assumes, as the scope of its address, so that the address gives the same figure again: only what differs from
/// the base case is named, <c>pacing.needed@LUZHOU1</c> or <c>pacing.needed@LUZHOU1/calls:0.5/ahead:20/reserve:1000000</c>.
/// </summary>
internal static class PacingScope
{
    private const string Calls = "calls", Shock = "shock", Delay = "delay", Ahead = "ahead", Reserve = "reserve", Costs = "costs", New = "new";

    /// <summary>The scope of all figures of a forecast.</summary>
    /// <param name="fund">The mother fund.</param>
    /// <param name="assume">What is assumed.</param>
    /// <param name="costsLastYear">Its costs of the last year, which are the base case.</param>
    public static string Of(NodeEntry fund, PacingAssumptions assume, Money costsLastYear)
    {
        var (scenario, usual) = (assume.Scenario, PacingScenario.Base);
        (string Name, IFormattable Value, bool IsUsual)[] all =
        [
            (Calls, scenario.CallSpeed, scenario.CallSpeed.Equals(usual.CallSpeed)), (Shock, scenario.NavShock, scenario.NavShock.Equals(usual.NavShock)),
            (Delay, scenario.ExitDelayYears, scenario.ExitDelayYears.Equals(usual.ExitDelayYears)),
            (Ahead, assume.Quarters, assume.Quarters == PacingLimits.QuartersUsual), (Reserve, assume.Reserve.Amount, assume.Reserve.IsZero),
            (Costs, assume.CostsAnnual.Amount, assume.CostsAnnual == costsLastYear), (New, assume.NewCommitments.Amount, assume.NewCommitments.IsZero),
        ];
        return string.Concat([
            fund.Code, .. all.Where(one => !one.IsUsual).Select(one => string.Create(CultureInfo.InvariantCulture, $"/{one.Name}:{one.Value}")),
        ]);
    }

    /// <summary>The scope of a part of the forecast.</summary>
    public static string With(string scope, NodeEntry fund) => $"{scope}/fund:{fund.Code}";

    /// <summary>The scope of a quarter, by its last day.</summary>
    public static string Quarter(string scope, DateOnly end) => $"{scope}/quarter:{end:yyyy-MM-dd}";

    /// <summary>The scope of what has moved by the end of a day.</summary>
    public static string On(string scope, DateOnly day) => $"{scope}/on:{day:yyyy-MM-dd}";

    /// <summary>What a scope assumes; null where it is none of the mother fund of a view, or asks beyond <see cref="PacingLimits"/>.</summary>
    public static PacingAssumptions? Read(LedgerView view, FigureId id)
    {
        var (root, parts) = (view.Book.Root, id.Scope.Split('/'));
        if (parts[0] != root.Code) return null;
        var given = parts.Skip(1).Select(part => part.Split(':', 2)).Where(part => part.Length == 2)
            .GroupBy(part => part[0], StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First()[1], StringComparer.Ordinal);
        if (Number(Calls, 1, PacingLimits.CallSpeedMax) is not { } calls || Number(Shock, 0, PacingLimits.NavShockMax) is not { } shock
            || Number(Delay, 0, PacingLimits.ExitDelayYearsMax) is not { } delay
            || Number(Ahead, PacingLimits.QuartersUsual, PacingLimits.QuartersMax) is not { } ahead || ahead < 1 || ahead != Math.Truncate(ahead)
            || Amount(Reserve, Money.Zero(root.Currency)) is not { } reserve || Amount(Costs, PortfolioPacing.CostsOfLastYear(view)) is not { } costs
            || Amount(New, Money.Zero(root.Currency)) is not { } planned) return null;
        return new PacingAssumptions(
            new PacingScenario((double)calls, (double)shock, (double)delay), (int)ahead, reserve, costs, planned, LeadDays: 0, Volatility: 0, Correlation: 0, Seed: 0);

        decimal? Number(string name, decimal usual, decimal max) => !given.TryGetValue(name, out var text) ? usual
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= max ? number
            : null;

        Money? Amount(string name, Money usual) => Number(name, usual.Amount, Math.Max(PacingLimits.AmountMax, usual.Amount)) is { } amount
            && amount == decimal.Round(amount, root.Currency.Exponent, MidpointRounding.AwayFromZero) ? Money.Of(amount, root.Currency) : null;
    }
}
