using FundTracker.Application.Dashboard;

namespace FundTracker.Application.Text;

/// <summary>Alarms in words: the same on the page and in the report.</summary>
public static class AlarmText
{
    /// <summary>What it is about, with its day: <c>phase 4, planned 2026-03-20</c>; empty where the kind says all.</summary>
    public static string Detail(Alarm alarm, string language)
    {
        var texts = Texts.In(language);
        var date = alarm.Date is { } day ? texts.Print(day) : texts["alarm.never"];
        return alarm.Kind switch
        {
            AlarmKind.CallOverdue or AlarmKind.CallDue => texts.Fill("alarm.call", ("number", alarm.Number), ("date", date)),
            AlarmKind.PhaseOverdue or AlarmKind.PhaseDue => texts.Fill("alarm.phase", ("number", alarm.Number), ("date", date)),
            AlarmKind.NavStale => texts.Fill("alarm.nav", ("date", date)),
            AlarmKind.MoneyIdle => texts.Fill(alarm.IsBeforeFirstUse ? "alarm.unused" : "alarm.idle", ("date", date)),
            AlarmKind.FundNotSetUp => texts.Fill("alarm.planned", ("date", date)),
            _ => "",
        };
    }

    /// <summary>
    /// From which day on it is a breach, and how far off that is; empty where it is about no term. Cash that waits in a fund which has begun
    /// breaks no rule: it is past its year, and called no breach.
    /// </summary>
    public static string Term(Alarm alarm, string language)
    {
        if (alarm is not { BreachOn: { } breach, DaysLeft: { } left }) return "";
        var key = alarm is { Kind: AlarmKind.MoneyIdle, IsBeforeFirstUse: false }
            ? left <= 0 ? "alarm.idleSince" : "alarm.idleOn"
            : left <= 0 ? "alarm.breachSince" : "alarm.breachOn";
        return Texts.In(language).Fill(key, ("date", breach), ("days", Math.Abs(left)));
    }
}
