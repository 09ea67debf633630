using System.Globalization;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Tolerance;
using FundTracker.Web.Components;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Tolerance;

/// <summary>Words about a fund's tolerance that two pages share.</summary>
internal static class ToleranceText
{
    /// <summary>The tolerance; a dash where none is set.</summary>
    public static string Percent(ToleranceTerm? term) => term is null ? "—" : $"{term.Percent.ToString("0.##", CultureInfo.InvariantCulture)} %";

    /// <summary>Projects that lost and whose every decision had its record before.</summary>
    public static int DutyDone(FundLoss loss) => loss.Projects.Failed.Count(project => project.Duty == DutyState.Before);

    /// <summary>The same of how many; a dash where none lost.</summary>
    public static string Duty(FundLoss loss) => loss.Projects.Failed.Count() is var failed and > 0
        ? $"{DutyDone(loss)} / {failed}"
        : "—";

    /// <summary>Where the tolerance is from: the mother fund's own term for a stage or class, or a rule.</summary>
    public static string Origin(UiText text, ToleranceTerm? term) => term switch
    {
        { Fact: { } fact } => text["tolerance.byFact", ("group", Group(fact.Name)), ("date", Formats.Of(fact.EffectiveFrom))],
        { Rule: { } rule } => text["tolerance.byRule", ("rule", rule)],
        _ => text["tolerance.noTerm"],
    };

    private static string Group(string fact) => fact.Split(':') is [_, "stage", var stage]
        ? Words.OfFact<FundStage>(stage)
        : Words.OfFact<FundClass>(fact.Split(':')[^1]);
}
