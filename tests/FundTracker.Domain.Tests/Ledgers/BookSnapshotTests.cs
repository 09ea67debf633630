using FundTracker.Domain.Ledgers;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Facts by day and instant, and the graph.</summary>
public sealed class BookSnapshotTests
{
    [Fact]
    public void The_fact_that_holds_is_the_latest_effective_one()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 AIYI fundClass = Angel
            2023-07-01 AIYI fundClass = Theme
            """);
        Assert.Equal(["none", "Angel", "Angel", "Theme"], Days().Select(day => books.On(day).Fact("AIYI", FactNames.FundClass)));

        static string[] Days() => ["2022-12-31", "2023-01-01", "2023-06-30", "2023-07-01"];
    }

    [Fact]
    public void Of_two_facts_for_one_day_the_last_recorded_wins_and_the_past_still_knows_the_first()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 AIYI fundClass = Angel at:2023-01-01
            2023-01-01 AIYI fundClass = Theme at:2023-05-01
            """);
        Assert.Equal("Theme", books.On("2023-06-30").Fact("AIYI", FactNames.FundClass));
        Assert.Equal("Angel", books.On("2023-06-30", knownAt: "2023-04-30").Fact("AIYI", FactNames.FundClass));
    }

    [Fact]
    public void A_fact_recorded_later_for_an_earlier_day_does_not_replace_a_later_effective_one()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-07-01 AIYI fundClass = Theme at:2023-07-01
            2023-01-01 AIYI fundClass = Angel at:2023-08-01
            """);
        Assert.Equal("Theme", books.On("2023-12-31").Fact("AIYI", FactNames.FundClass));
        Assert.Equal("Angel", books.On("2023-06-30").Fact("AIYI", FactNames.FundClass));
    }

    [Fact]
    public void An_empty_value_takes_a_fact_away_from_its_day_on()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 AIYI fundClass = Angel
            2023-04-01 AIYI fundClass =
            2023-07-01 AIYI fundClass = Theme
            """);
        Assert.Equal(["Angel", "none", "Theme"], new[] { "2023-03-31", "2023-04-01", "2023-07-01" }
            .Select(day => books.On(day).Fact("AIYI", FactNames.FundClass)));
    }

    [Fact]
    public void Facts_of_other_names_and_nodes_do_not_answer()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 AIYI fundClass = Angel
            """);
        Assert.Equal("none", books.On().Fact("AIYI", FactNames.FundStage));
        Assert.Equal("none", books.On().Fact("LUZHOU1", FactNames.FundClass));
    }

    [Fact]
    public void A_fund_that_would_hold_itself_through_others_closes_a_circle()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1->AIYI  Commitment 10.00
            2023-01-01 AIYI->SEED     Commitment  5.00
            2023-01-01 SEED->C001     Investment  1.00
            2023-01-01 OTHER->SEED    Commitment  1.00
            """);
        var snapshot = books.Snapshot;
        Assert.True(Closes("SEED", "LUZHOU1"));
        Assert.True(Closes("SEED", "AIYI"));
        Assert.True(Closes("AIYI", "AIYI"));
        Assert.False(Closes("LUZHOU1", "SEED"));
        Assert.False(Closes("LUZHOU1", "OTHER"));
        Assert.False(Closes("OTHER", "LUZHOU1"));

        bool Closes(string holder, string investee) => snapshot.WouldCloseCycle(books.Node(holder), books.Node(investee));
    }

    [Fact]
    public void Own_accounts_close_no_circle()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1 OpeningCash 1.00
            2023-01-01 AIYI    OpeningCash 1.00
            """);
        Assert.False(books.Snapshot.WouldCloseCycle(books.Node("LUZHOU1"), books.Node("AIYI")));
    }

    [Fact]
    public void Edges_that_do_not_count_close_no_circle()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1->AIYI  Commitment 10.00
            2023-01-01 AIYI->SEED     Commitment  5.00
            """);
        var (snapshot, middle) = (books.Snapshot, books.Index("AIYI->SEED"));
        Assert.True(Closes(_ => true));
        Assert.False(Closes(edge => edge != middle));
        Assert.False(Closes(_ => false));

        bool Closes(Func<int, bool> counts) => snapshot.WouldCloseCycle(books.Node("SEED"), books.Node("LUZHOU1"), counts);
    }

    [Fact]
    public void A_commitment_that_was_only_proposed_holds_nothing_and_one_taken_back_still_does()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1->AIYI  Commitment 10.00
            2023-01-01 reverse #1
            """);
        _ = books.Drafts("2023-01-01 AIYI->SEED Commitment 5.00");
        Assert.True(books.View().WouldCloseCycle(books.Node("AIYI"), books.Node("LUZHOU1")));
        Assert.False(books.View().WouldCloseCycle(books.Node("SEED"), books.Node("AIYI")));
        Assert.True(books.Snapshot.WouldCloseCycle(books.Node("SEED"), books.Node("AIYI")));
        Assert.False(books.View("2022-12-31").WouldCloseCycle(books.Node("AIYI"), books.Node("LUZHOU1")));
    }

    [Fact]
    public void A_circle_that_stands_already_is_walked_once()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 AIYI->SEED Commitment 10.00
            2023-01-01 SEED->AIYI Commitment  5.00
            """);
        var asked = 0;
        Assert.False(books.Snapshot.WouldCloseCycle(books.Node("LUZHOU1"), books.Node("AIYI"), _ => ++asked < 100));
        Assert.Equal(2, asked);
    }

    [Fact]
    public void Instants_of_recording_are_illustrative_up_to_the_end_of_the_day_that_the_mother_fund_names()
    {
        Assert.Null(Until("LUZHOU1 purpose = growth"));
        Assert.Equal(Domain.Values.Stamp.EndOf(new DateOnly(2024, 3, 31)), Until("LUZHOU1 illustrativeUntil = 2024-03-31"));
        Assert.Null(Until("LUZHOU1 illustrativeUntil = 31.3.2024"));
        Assert.Null(Until("LUZHOU1 illustrativeUntil = 2024-03-31\n2024-01-01 LUZHOU1 illustrativeUntil ="));
        Assert.Null(Until("AIYI illustrativeUntil = 2024-03-31"));

        static Domain.Values.Stamp? Until(string fact) =>
            TestBooks.Of("mother LUZHOU1 CNY\nfund AIYI CNY\n2024-01-01 " + fact).Snapshot.InstantsIllustrativeUntil;
    }

    [Fact]
    public void Edges_are_found_from_both_ends_and_by_kind()
    {
        var books = TestBooks.Of("""
            2023-01-01 FIN->LUZHOU1   Commitment 10.00
            2023-01-01 CITY->LUZHOU1  Commitment 10.00
            2023-01-01 LUZHOU1->C001  Investment  1.00
            """);
        var (snapshot, fund) = (books.Snapshot, books.Node("LUZHOU1"));
        Assert.Equal([books.Index("FIN->LUZHOU1"), books.Index("CITY->LUZHOU1")], snapshot.EdgesInto(fund));
        Assert.Equal([books.Index("LUZHOU1->C001")], snapshot.EdgesHeldBy(fund));
        Assert.Equal(-1, snapshot.FindEdge(EdgeKind.Commitment, fund, books.Node("C001")));
        Assert.Equal(books.Index("LUZHOU1->C001"), snapshot.FindEdge(EdgeKind.Holding, fund, books.Node("C001")));
        Assert.Equal(fund, snapshot.FindNode("luzhou1")?.Id);
        Assert.Null(snapshot.FindNode("NOBODY"));
        Assert.Equal(-1, snapshot.FindIndexOf(new(999)));
    }

    [Fact]
    public void A_snapshot_with_its_tail_sees_what_came_and_the_one_before_does_not()
    {
        var books = TestBooks.Of("""
            2023-01-01 FIN->LUZHOU1 Commitment 10.00
            2023-01-01 FIN          investorKind = Fiscal
            """);
        var before = books.Snapshot;
        books.Add("""
            2023-01-01 FIN->LUZHOU1 CommitmentIncrease 5.00
            2023-02-01 FIN          investorKind = StateOwned
            """);
        var after = before.WithTail([.. books.Snapshot.Facts.Skip(1)]);
        Assert.Equal((1, 2), (before.LineCount, after.LineCount));
        Assert.Equal(1_500, new LedgerView(after, DateOnly.MaxValue, Domain.Values.Stamp.Max).Commitment(0));
        Assert.Equal(["Fiscal", "StateOwned"], new[] { before, after }
            .Select(snapshot => snapshot.FactOn(books.Node("FIN"), FactNames.InvestorKind, DateOnly.MaxValue, Domain.Values.Stamp.Max)?.Value));
        Assert.Equal(books.Snapshot.Facts, after.Facts);
    }

    [Fact]
    public void Newcomers_stand_at_the_end_and_lines_stay_where_they_were()
    {
        var books = TestBooks.Of("2023-01-01 FIN->LUZHOU1 Commitment 10.00");
        var before = books.Snapshot;
        books.Add("2023-01-02 CITY->LUZHOU1 Commitment 20.00");
        var joined = before.WithMembers([books.Snapshot.Nodes[^1]], [books.Snapshot.Edges[^1]]);
        Assert.Equal((1, books.Snapshot.Edges.Count), (joined.LineCount, joined.Edges.Count));
        Assert.Equal(books.Index("CITY->LUZHOU1"), joined.IndexOf(books.Edge("CITY->LUZHOU1")));
        Assert.Equal("CITY", joined.FindNode("city")?.Code);
        Assert.Null(before.FindNode("CITY"));
        Assert.Equal(1_000, new LedgerView(joined, DateOnly.MaxValue, Domain.Values.Stamp.Max).Commitment(0));
    }

    [Fact]
    public void A_line_is_known_as_taken_back_once_its_reversal_is_known()
    {
        var books = TestBooks.Of("""
            2023-01-01 FIN->LUZHOU1 Commitment 10.00 at:2023-01-01
            2023-01-01 reverse #1 at:2023-02-01
            """);
        Assert.True(books.View("2023-12-31").IsReversed(1));
        Assert.False(books.View("2023-12-31", "2023-01-31").IsReversed(1));
        Assert.False(books.View("2023-12-31").IsReversed(2));
    }

    [Fact]
    public void A_snapshot_does_not_see_what_is_appended_to_the_columns_later()
    {
        var books = TestBooks.Of("2023-01-01 FIN->LUZHOU1 Commitment 10.00");
        var before = books.Snapshot;
        books.Add("2023-01-01 FIN->LUZHOU1 CommitmentIncrease 5.00");
        Assert.Equal(1_000, new LedgerView(before, DateOnly.MaxValue, Domain.Values.Stamp.Max).Commitment(0));
        Assert.Equal("15.00", books.On().Commitment("FIN->LUZHOU1"));
    }
}
