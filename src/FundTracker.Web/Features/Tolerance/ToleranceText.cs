using System.Globalization;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Tolerance;
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
    public static string Duty(UiText text, FundLoss loss) => loss.Projects.Failed.Count() is var failed and > 0
        ? text["tolerance.dutyOf", ("done", DutyDone(loss)), ("failed", failed)]
        : "—";
}
