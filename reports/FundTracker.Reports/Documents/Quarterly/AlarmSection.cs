using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>What is late, due or waiting on the quarter's last day, in the words of the dashboard; left out where nothing is.</summary>
internal static class AlarmSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        if (frame.Report.Alarms.Count == 0) yield break;
        yield return new Heading { Text = frame["alarms"] };
        yield return new Table
        {
            Title = frame["alarms.table"],
            Unit = frame.Amounts.UnitName,
            Columns = [frame.Text("fund"), frame.Text("alarmDetail"), frame.Text("alarmTerm"), frame.Figures("amount")],
            Rows =
            [
                .. frame.Report.Alarms.GroupBy(alarm => alarm.Kind(frame.Texts.Tag)).SelectMany(group =>
                    group.Select(alarm => Row(frame, alarm)).Prepend(Reports.Blocks.Row.GroupOf(group.Key))),
            ],
            Footnotes = [frame["alarms.note"]],
        };
    }

    private static Row Row(QuarterlyFrame frame, AlarmRow alarm)
    {
        var marks = alarm.IsIllustrative ? Marks.Illustrative : Marks.None;
        return new Row
        {
            Scope = alarm.Fund.Code,
            Cells =
            [
                QuarterlyFrame.Words(frame.Name(alarm.Fund)),
                QuarterlyFrame.Words(alarm.Detail(frame.Texts.Tag), marks),
                QuarterlyFrame.Words(alarm.Term(frame.Texts.Tag)),
                frame.Amount(alarm.Amount, marks),
            ],
        };
    }
}
