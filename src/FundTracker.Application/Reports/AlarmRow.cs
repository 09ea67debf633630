using FundTracker.Application.Dashboard;
using FundTracker.Application.Text;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Reports;

/// <summary>An alarm of the dashboard as a report prints it.</summary>
/// <param name="Alarm">The alarm.</param>
public sealed record AlarmRow(Alarm Alarm)
{
    /// <summary>The fund.</summary>
    public NodeEntry Fund => Alarm.Fund;

    /// <summary>What is open; null where it is not about an amount.</summary>
    public Money? Amount => Alarm.Amount;

    /// <summary>Whether the fund, or money that was paid into it, is invented.</summary>
    public bool IsIllustrative => Alarm.IsIllustrative;

    /// <summary>What it is about.</summary>
    public string Kind(string language) => Texts.In(language).Of(Alarm.Kind);

    /// <summary>The particulars, with its day; empty where the kind says all.</summary>
    public string Detail(string language) => AlarmText.Detail(Alarm, language);

    /// <summary>From which day on it is a breach; empty where it is about no term.</summary>
    public string Term(string language) => AlarmText.Term(Alarm, language);
}
