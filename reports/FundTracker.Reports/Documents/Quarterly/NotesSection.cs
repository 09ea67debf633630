using System.Globalization;
using FundTracker.Application.Reports;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
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
            frame.Format(
                "reading.policies", Policy(report, FactNames.RecallablePolicy, RecallablePolicy.Counted, frame),
                Policy(report, FactNames.OutsideCommitmentPolicy, OutsideCommitmentPolicy.Counted, frame)),
            frame["reading.none"],
            frame["reading.illustrative"],
        ];
        if (report.HasIllustrativeInstants) reading.Add(frame["reading.illustrativeInstants"]);
        if (report.Leverage.Count > 0)
            reading.Add(frame.Format("reading.social", string.Join(frame.Texts["list.separator"], report.Leverage[0].SocialKinds.Select(kind => frame.Texts.Word(kind)))));
        yield return new BulletList { Items = reading };
        yield return new Heading { Level = 2, Text = frame["notes.formulas"] };
        yield return FormulaNotes.Of(formulaCodes, frame.Texts);
    }

    /// <summary>How ratios read what houses read differently: as the ratios' own trails have it.</summary>
    private static string Policy<T>(QuarterlyReport report, string name, T byDefault, QuarterlyFrame frame)
        where T : struct, Enum =>
        report.Summary.Dpi.Trail.Inputs.OfType<FactInput>().FirstOrDefault(input => input.Role == name)?.Fact is { } fact
            ? frame.Texts.Word(Enum.Parse<T>(fact.Value))
            : frame.Texts.Word(byDefault);

    /// <summary>The known-at instant to the microsecond, in UTC.</summary>
    public static string Instant(QuarterlyReport report) =>
        report.KnownAt.Utc.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
}
