using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Committees;

/// <summary>What needs a resolution passes under one that names it, once; an amount until it is used up.</summary>
public sealed class ResolutionGateTests
{
    private const string Family = """
        mother M CNY
        fund F CNY
        fund G CNY
        2023-01-01 M resolutionNeeded = commitment>=100,override,sealing
        2023-01-05 M->F Commitment 60.00
        2023-01-05 M->G Commitment 10.00
        2023-01-05 CITY->F Commitment 10.00

        """;

    [Theory]
    [InlineData("commitment>=100", "Commitment 100")]
    [InlineData("commitment", "Commitment 0")]
    [InlineData("sealing,commitment>=0.5,override", "Commitment 0.5, Override, Sealing")]
    [InlineData("override", "Override")]
    public void What_needs_a_resolution_is_read_from_a_list(string text, string expected)
    {
        var need = ResolutionNeed.Parse(text)!;
        var read = need.Kinds.Select(kind => kind == MotionKind.Commitment ? FormattableString.Invariant($"{kind} {need.CommitmentFloor}") : kind.ToString());
        Assert.Equal(expected, string.Join(", ", read));
        Assert.Equal(need.Kinds, Enum.GetValues<MotionKind>().Where(need.Includes));
        Assert.Equal(need.Includes(MotionKind.Commitment), need.CommitmentFloor is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("commitments")]
    [InlineData("commitment>=")]
    [InlineData("commitment>=0")]
    [InlineData("commitment>=-1")]
    [InlineData("commitment>=1,000")]
    [InlineData("override>=5")]
    [InlineData("override,override")]
    [InlineData("override,")]
    public void What_is_no_such_list_is_not_read(string text) => Assert.Null(ResolutionNeed.Parse(text));

    [Fact]
    public void Without_a_statement_nothing_needs_a_resolution_and_before_its_day_none_holds()
    {
        var books = TestBooks.Of(Family);
        Assert.Empty(ResolutionNeed.On(books.Snapshot, new DateOnly(2022, 12, 31), Stamp.Max).Kinds);
        Assert.Equal(3, ResolutionNeed.On(books.Snapshot, new DateOnly(2023, 1, 1), Stamp.Max).Kinds.Count());
        Assert.Empty(ResolutionNeed.None.Kinds);
        Assert.Empty(Noted(books, "2022-12-31", "2022-12-31 M->F CommitmentIncrease 500.00"));
        Assert.True(Gate(books, "2023-02-01").AsksForCommitmentsOn(new DateOnly(2023, 1, 1)));
        Assert.False(Gate(books, "2023-02-01").AsksForCommitmentsOn(new DateOnly(2022, 12, 31)));
    }

    [Theory]
    [InlineData("39.99", true)] // 60 + 39.99 is below the floor of 100
    [InlineData("40.00", false)]
    public void The_floor_is_held_against_all_that_would_be_committed_to_the_fund(string more, bool passes) =>
        Assert.Equal(passes ? "" : $"committee.commitmentNotResolved(fund=F, amount={more} CNY, left=0.00 CNY)", Refused(TestBooks.Of(Family), "2023-02-01", $"2023-02-01 M->F CommitmentIncrease {more}"));

    [Fact]
    public void Lines_of_one_fund_count_together_others_apart_and_those_of_other_investors_not_at_all()
    {
        var books = TestBooks.Of(Family);
        Assert.Equal(
            "committee.commitmentNotResolved(fund=F, amount=40.00 CNY, left=0.00 CNY)",
            Refused(books, "2023-02-01", "2023-02-01 M->F CommitmentIncrease 30.00\n2023-02-01 M->F CommitmentTransferIn 10.00"));
        Assert.Equal("", Refused(books, "2023-02-01", "2023-02-01 M->F CommitmentIncrease 30.00\n2023-02-01 M->G CommitmentIncrease 30.00"));
        Assert.Equal("", Refused(books, "2023-02-01", "2023-02-01 CITY->F CommitmentIncrease 900.00"));
        Assert.Equal("", Refused(books, "2023-02-01", "2023-02-01 M->F CommitmentReduction 60.00\n2023-02-01 M->F Contribution 900.00"));
    }

    [Fact]
    public void A_resolution_covers_up_to_its_amount_and_what_it_released_is_gone()
    {
        var books = TestBooks.Of(Family);
        Resolve(books, "F", "R1", "Commitment|100.00 CNY||x");
        Assert.Equal("committee.commitmentNotResolved(fund=F, amount=100.01 CNY, left=100.00 CNY)", Refused(books, "2023-02-01", "2023-02-01 M->F CommitmentIncrease 100.01"));
        var noted = Assert.Single(Noted(books, "2023-02-01", "2023-02-01 M->F CommitmentIncrease 70.00"));
        Assert.Equal((books.Node("F"), "resolutionUse:R1:voucher/7", "70.00 CNY", new DateOnly(2023, 2, 1)), (noted.Subject, noted.Name, noted.Value, noted.EffectiveFrom));

        Record(books, noted);
        var one = Assert.Single(Resolution.About(books.Snapshot, books.Node("F"), new DateOnly(2023, 3, 1), Stamp.Max));
        Assert.Equal("30.00 CNY", one.Left(books.Snapshot, DateOnly.MaxValue, Stamp.Max)!.ToString());
        Assert.Equal("100.00 CNY", one.Left(books.Snapshot, new DateOnly(2023, 1, 31), Stamp.Max)!.ToString());
        Assert.Equal("committee.commitmentNotResolved(fund=F, amount=40.00 CNY, left=30.00 CNY)", Refused(books, "2023-03-01", "2023-03-01 M->F CommitmentIncrease 40.00"));
    }

    [Fact]
    public void The_first_resolution_by_number_that_is_enough_covers_and_one_of_another_kind_fund_day_or_currency_does_not()
    {
        var books = TestBooks.Of(Family);
        Resolve(books, "F", "R2", "Commitment|80.00 CNY||x");
        Resolve(books, "F", "R1", "Commitment|50.00 CNY||x");
        Resolve(books, "F", "R0", "Override||call/1|x");
        Resolve(books, "G", "R3", "Commitment|900.00 CNY||x");
        Resolve(books, "F", "R4", "Commitment|900.00 USD||x");
        Resolve(books, "F", "R5", "Commitment|900.00 CNY||x", from: "2023-02-02");
        Assert.Equal("resolutionUse:R1:voucher/7", Assert.Single(Noted(books, "2023-02-01", "2023-02-01 M->F CommitmentIncrease 50.00")).Name);
        Assert.Equal("resolutionUse:R2:voucher/7", Assert.Single(Noted(books, "2023-02-01", "2023-02-01 M->F CommitmentIncrease 50.01")).Name);
        Assert.Equal("committee.commitmentNotResolved(fund=F, amount=80.01 CNY, left=80.00 CNY)", Refused(books, "2023-02-01", "2023-02-01 M->F CommitmentIncrease 80.01"));
        Assert.Equal("resolutionUse:R5:voucher/7", Assert.Single(Noted(books, "2023-02-02", "2023-02-01 M->F CommitmentIncrease 80.01")).Name);
    }

    [Fact]
    public void An_evaluation_is_sealed_once_under_the_resolution_that_names_it()
    {
        var books = TestBooks.Of(Family);
        Assert.Equal("committee.sealingNotResolved(fund=F, scheme=district, timing=Yearly, year=2023)", Sealing(books, "F", 2023));
        Resolve(books, "F", "R1", "Sealing||evaluation/district/2023|x");
        Assert.Equal("resolutionUse:R1:evaluation/district/2023 = released", Sealing(books, "F", 2023));
        Assert.StartsWith("committee.sealingNotResolved", Sealing(books, "F", 2024), StringComparison.Ordinal);
        Assert.StartsWith("committee.sealingNotResolved", Sealing(books, "G", 2023), StringComparison.Ordinal);
        Record(books, new FactDraft(books.Node("F"), "resolutionUse:R1:evaluation/district/2023", "released", new DateOnly(2023, 2, 1)));
        Assert.StartsWith("committee.sealingNotResolved", Sealing(books, "F", 2023), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_sealing_is_not_named_it_needs_nothing() =>
        Assert.Equal("", Sealing(TestBooks.Of("mother M CNY\nfund F CNY\n2023-01-01 M resolutionNeeded = override"), "F", 2023));

    [Theory]
    [InlineData(LineKind.Commitment, true)]
    [InlineData(LineKind.CommitmentIncrease, true)]
    [InlineData(LineKind.CommitmentTransferIn, true)]
    [InlineData(LineKind.CommitmentReduction, false)]
    [InlineData(LineKind.Contribution, false)]
    public void Lines_that_take_on_a_commitment_are_told_and_what_takes_one_back_is_none(LineKind kind, bool takesOn)
    {
        var line = new LineDraft(new EdgeId(1), kind, new DateOnly(2023, 1, 1), Money.Of(1m, Currency.Cny));
        Assert.Equal(takesOn, ResolutionGate.TakesOn(line));
        Assert.False(ResolutionGate.TakesOn(line with { Reverses = 1 }));
    }

    private static void Resolve(TestBooks books, string fund, string number, string value, string from = "2023-01-20") =>
        Record(books, new FactDraft(books.Node(fund), $"{FactNames.Resolution}:{number}", value, LedgerText.Date(from)));

    private static void Record(TestBooks books, FactDraft draft) => Assert.True(books.Record(draft, Stamp.EndOf(new DateOnly(2023, 2, 1))).IsSuccess);

    private static string Sealing(TestBooks books, string fund, int year) => Text(Gate(books, "2023-03-01").Sealing(books.Node(fund), "district", EvaluationTiming.Yearly, year));

    private static string Text(Result<IReadOnlyList<FactDraft>> result) =>
        result.IsSuccess ? string.Join("; ", result.Value.Select(fact => $"{fact.Name} = {fact.Value}")) : result.Error.ToString();

    private static string Refused(TestBooks books, string today, string lines) =>
        Gate(books, today).Commitments("voucher/7", books.Drafts(lines)) is { IsSuccess: false } refused ? refused.Error.ToString() : "";

    private static IReadOnlyList<FactDraft> Noted(TestBooks books, string today, string lines) => Gate(books, today).Commitments("voucher/7", books.Drafts(lines)).Value;

    private static ResolutionGate Gate(TestBooks books, string today)
    {
        var day = LedgerText.Date(today);
        return new ResolutionGate(new LedgerView(books.Snapshot, day, Stamp.Max), day);
    }
}
