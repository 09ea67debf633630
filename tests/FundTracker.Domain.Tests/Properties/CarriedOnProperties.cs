using CsCheck;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>What is carried on from the ledger's tail is what is read afresh: nobody can tell from an answer which way it came.</summary>
public sealed class CarriedOnProperties
{
    private static readonly Stamp Now = Stamp.EndOf(new DateOnly(2026, 12, 31));

    private static readonly (string Node, string Name, string[] Values)[] Facts =
    [
        ("FIN", FactNames.InvestorKind, ["Fiscal", "SocialCapital", ""]), ("CITY", FactNames.InvestorKind, ["StateOwned", "Financial"]),
        ("ACME", FactNames.Sector, ["newEnergy", "biomedicine", ""]), ("ACME", FactNames.Location, ["district", "outside"]),
        ("SUB1", FactNames.FundStatus, ["Pipeline", "Investing"]), ("SUB1", FactNames.NotReported, ["nav", "paidIn", ""]),
        ("SUB2", FactNames.VintageYear, ["2019", ""]), ("SUB2", FactNames.FundClass, ["Theme", "Angel"]),
        ("MOTHER", FactNames.RecallablePolicy, ["Netted", "Counted"]), ("MOTHER", FactNames.OutsideCommitmentPolicy, ["Excluded"]),
        ("MOTHER", FactNames.VintageConvention, ["FirstClosing", "FirstCall"]), ("MOTHER", FactNames.SocialKinds, ["SocialCapital", "Financial,StateOwned"]), ("MOTHER", "leverageTarget:SocialToFiscal", ["4.5", ""]),
        ("ACME", FactNames.LifeCycleStage, ["Growth", ""]), ("ACME", FactNames.Carrier, ["PARK", "TOWER", ""]),
    ];

    /// <summary>A line, or where the number of the fact is one of the list, a fact.</summary>
    private static readonly Gen<(RandomLedger.Step Line, int Fact, int Value)> AnyRecord =
        Gen.Select(RandomLedger.AnyStep, Gen.Int[0, 29], Gen.Int[0, 2], (line, fact, value) => (line, fact, value));

    [Fact]
    public void A_view_carried_on_line_by_line_and_fact_by_fact_answers_as_one_read_afresh() =>
        Gen.Select(RandomLedger.Steps, AnyRecord.Array[1, 12], RandomLedger.Day, Gen.Int[0, 5]).Sample(
            (before, records, day, looks) =>
            {
                var books = RandomLedger.Build(before);
                if (looks % 2 == 0) books.Add("2023-01-01 FIN investorKind = Fiscal\n2023-01-01 CITY investorKind = SocialCapital");
                var book = books.Snapshot;
                var view = new LedgerView(book, day, Stamp.Max);
                if (looks > 2) _ = FigureText.Of(view);
                foreach (var (record, i) in records.Select((record, i) => (record, i)))
                {
                    Record(books, record);
                    book = book.WithTail([.. books.Snapshot.Facts.Skip(book.Facts.Count)]);
                    view = view.At(book, view.KnownAt);
                    if (looks > 0 && i % looks == 0) _ = FigureText.Of(view);
                }

                Assert.Equal(FigureText.Of(new LedgerView(books.Snapshot, day, view.KnownAt)), FigureText.Of(view));
            },
            iter: Math.Max(1, Cases.Count / 4));

    [Fact]
    public void An_instant_before_or_after_another_is_answered_as_if_nothing_else_had_been_asked() =>
        Gen.Select(RandomLedger.Steps, RandomLedger.Day, Gen.Int[0, 60].Array[1, 6]).Sample(
            (steps, day, instants) =>
            {
                var (books, shelf) = (RandomLedger.Build(steps), new ViewShelf());
                var book = books.Snapshot;
                foreach (var known in instants.Select(number => Math.Min(number, book.LineCount)))
                {
                    var instant = known == 0 ? default : new Stamp(book.Columns.Stamps[known - 1]);
                    Assert.Equal(FigureText.Of(new LedgerView(book, day, instant)), FigureText.Of(shelf.Of(book, day, instant)));
                }
            },
            iter: Math.Max(1, Cases.Count / 10));

    private static void Record(TestBooks books, (RandomLedger.Step Line, int Fact, int Value) record)
    {
        if (record.Fact >= Facts.Length)
        {
            var draft = RandomLedger.Draft(books, record.Line);
            var hasRound = draft.Reverses is null && draft.Kind is LineKind.Investment or LineKind.InvestmentInKind or LineKind.RoundRaised;
            books.Append([hasRound ? draft with { Round = new FinancingRoundId(1 + (record.Line.Small % 3)) } : draft]);
            return;
        }

        var (node, name, values) = Facts[record.Fact];
        var day = new DateOnly(2023, 1, 1).AddDays(record.Line.Day);
        _ = books.Record(new FactDraft(books.Node(node), name, values[record.Value % values.Length], day), Now).Value;
    }
}
