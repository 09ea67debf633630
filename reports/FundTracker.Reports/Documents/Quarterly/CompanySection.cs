using FundTracker.Application.Reports;
using FundTracker.Application.Text;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Every company, its rounds and its exits.</summary>
internal static class CompanySection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        yield return new Heading { Text = frame["companies"] };
        yield return Companies(frame);
        yield return Rounds(frame);
        yield return Exits(frame);
    }

    private static Table Companies(QuarterlyFrame frame) => new()
    {
        Title = frame.Format("companies.table", frame.Report.Companies.DistinctBy(row => row.Company.Id).Count()),
        Unit = frame.Amounts.UnitName,
        Columns =
        [
            frame.Text("company"), frame.Text("sector"), frame.Text("stage"), frame.Figures("invested"), frame.Figures("worth"), frame.Figures("lookThrough"),
        ],
        Rows =
        [
            .. frame.Report.Companies.Select(company => new Row
            {
                Scope = company.Company.CreditCode is { } creditCode ? $"{company.Company.Code} · {creditCode}" : company.Company.Code,
                Cells =
                [
                    QuarterlyFrame.Words(frame.Name(company.Company), QuarterlyFrame.MarksOf(company.Company.Provenance)),
                    QuarterlyFrame.Words(frame.Sector(company.Sector), QuarterlyFrame.MarksOf(company.SectorProvenance)),
                    QuarterlyFrame.Words(frame.Word(nameof(LifeCycleStage), company.Stage), QuarterlyFrame.MarksOf(company.StageProvenance)),
                    frame.Amount(company.Invested, company.IsInvestedIllustrative ? Marks.Illustrative : Marks.None),
                    frame.Amount(company.Value, MarksOf(company)),
                    frame.Amount(company.LookThroughValue, company.IsLookThroughIllustrative ? Marks.Illustrative : Marks.None),
                ],
            }),
        ],
        EmptyText = frame["companies.empty"],
    };

    private static Table Rounds(QuarterlyFrame frame) => new()
    {
        Title = frame["rounds.table"],
        Unit = frame.Amounts.UnitName,
        Columns =
        [
            frame.Text("company"), frame.Text("round"), frame.Text("date"), frame.Figures("raised"), frame.Figures("ours"), frame.Text("coInvestors"),
        ],
        Rows =
        [
            .. frame.Report.Companies.SelectMany(company => company.Rounds.Select(round => new Row
            {
                Cells =
                [
                    QuarterlyFrame.Words(frame.Name(company.Company)),
                    QuarterlyFrame.Words(round.Name, FieldMark(round, RecordFields.Round)),
                    QuarterlyFrame.Words(QuarterlyFrame.Date(round.Date), FieldMark(round, RecordFields.Day)),
                    round.Raised is null
                        ? QuarterlyFrame.Words(frame["notReported"])
                        : frame.Amount(round.Raised, QuarterlyFrame.MarksOf(round.Provenance, round.Invented, FieldsRead.Amount)),
                    frame.Amount(round.Ours, round.IsOursInvented ? Marks.Illustrative : Marks.None),
                    QuarterlyFrame.Words(round.CoInvestors, round.CoInvestors.Length == 0 ? Marks.None : FieldMark(round, RecordFields.Round)),
                ],
            })),
        ],
        EmptyText = frame["rounds.empty"],
    };

    private static Table Exits(QuarterlyFrame frame) => new()
    {
        Title = frame["exits.table"],
        Unit = frame.Amounts.UnitName,
        Columns = [frame.Text("company"), frame.Text("date"), frame.Text("exit"), frame.Figures("proceeds"), frame.Figures("cost")],
        Rows =
        [
            .. frame.Report.Companies.SelectMany(company => company.Exits.Select(exit => new Row
            {
                Cells =
                [
                    QuarterlyFrame.Words(frame.Name(company.Company)),
                    QuarterlyFrame.Words(QuarterlyFrame.Date(exit.Date)),
                    QuarterlyFrame.Words(NoteText.Of(LineKind.ExitProceeds, exit.Note, frame.Texts.Shared)),
                    frame.Amount(exit.Proceeds, MarksOf(company)),
                    frame.Amount(exit.CostRelieved, MarksOf(company)),
                ],
            })),
        ],
        EmptyText = frame["exits.empty"],
    };

    private static Marks MarksOf(QuarterlyReport.CompanyRow company) =>
        company.IsIllustrative ? Marks.Illustrative : Marks.None;

    // In a wholly illustrative round the amounts alone carry the mark.
    private static Marks FieldMark(QuarterlyReport.RoundRow round, RecordFields field) => round.Provenance == Provenance.Illustrative
        ? Marks.None
        : QuarterlyFrame.MarksOf(round.Provenance, round.Invented, field);
}
