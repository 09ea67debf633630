using System.Globalization;
using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>How to read the report, and the formula of every figure in it.</summary>
internal static class NotesSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame, IReadOnlyList<string> formulaCodes)
    {
        var report = frame.Report;
        yield return new Heading { Text = frame["notes"] };
        yield return new Heading { Level = 2, Text = frame["notes.reading"] };
        List<string> reading =
        [
            frame.Format("reading.asOf", QuarterlyFrame.Date(report.AsOf)),
            frame.Format("reading.knownAt", Instant(report)),
            frame.Format("reading.period", frame.Texts.Word(report.PeriodState)),
            frame["reading.ids"],
            frame["reading.rules"],
            frame.Format("reading.unit", frame.Amounts.UnitName),
            frame["reading.none"],
            frame["reading.illustrative"],
        ];
        if (report.Leverage.Count > 0)
            reading.Add(frame.Format("reading.social", string.Join(frame.Texts["list.separator"], report.Leverage[0].SocialKinds.Select(kind => frame.Texts.Word(kind)))));
        yield return new BulletList { Items = reading };
        yield return new Heading { Level = 2, Text = frame["notes.formulas"] };
        yield return FormulaNotes.Of(formulaCodes, frame.Texts);
    }

    /// <summary>The known-at instant to the microsecond, in UTC.</summary>
    public static string Instant(QuarterlyReport report) =>
        report.KnownAt.Utc.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
}
