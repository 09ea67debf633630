using FundTracker.Analytics.Registry;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;
using FundTracker.Testing;
using static FundTracker.Testing.LedgerText;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>Which rounds follow on our money, and what share of a company's year is ours.</summary>
public sealed class SocialEngineTests
{
    // M has a quarter of F.
    private const string Family = """
        mother M CNY
        fund F CNY
        fund G CNY
        company A
        company B
        2022-01-05 M->F Contribution 25.00
        2022-01-05 SOC->F Contribution 75.00
        2022-01-05 SOC->G Contribution 10.00

        """;

    [Theory]
    [InlineData("2022-03-01 A RoundRaised 90.00 round:2", "figure.nothingFollowed")] // on the day of our money
    [InlineData("2022-03-02 A RoundRaised 90.00 round:2", "9")]
    [InlineData("2022-03-02 A RoundRaised 90.00 round:2\n2022-03-02 F->A Investment 20.00 round:2", "2.3333")] // (90 - 20) / 30
    [InlineData("2022-03-02 A RoundRaised 90.00 round:2\n2022-03-02 F->A Investment 20.00 round:3", "3")] // 20 in a round that nobody stated
    [InlineData("2022-03-02 A RoundRaised 90.00 round:2\n2022-04-01 reverse #5", "figure.nothingFollowed")] // taken back
    [InlineData("2022-03-02 A RoundRaised 90.00 round:2\n2022-03-02 F->A Investment 20.00 round:2\n2022-04-01 reverse #5", "figure.nothingFollowed")]
    [InlineData("2022-02-01 F->A Investment 5.00\n2022-02-20 A RoundRaised 90.00 round:2\n2022-02-21 reverse #5", "figure.nothingFollowed")] // the first money was taken back
    [InlineData("2022-02-01 F->A Investment 5.00\n2022-02-20 A RoundRaised 90.00 round:2", "6")] // 90 / 15
    public void What_others_put_into_rounds_after_our_first_money_follows_on_it(string lines, string expected)
    {
        var followed = Of($"2022-03-01 F->A Investment 10.00 round:1\n{lines}").Companies[0].FollowOn;
        Assert.Equal(expected, followed.Value is { } value ? decimal.Round(value.Value, 4, MidpointRounding.AwayFromZero).ToString(System.Globalization.CultureInfo.InvariantCulture) : followed.NoneReason!.Code);
    }

    [Theory]
    [InlineData("10.00", "25")] // raised all that we put in
    [InlineData("9.99", "figure.raisedUnknown")]
    [InlineData("40.00", "6.25")]
    [InlineData(null, "figure.raisedUnknown")]
    public void Our_share_is_our_part_of_what_a_company_raised_where_that_is_known(string? raised, string expected)
    {
        var share = Of($"2022-03-01 F->A Investment 10.00 round:1{(raised is null ? "" : $"\n2022-03-01 A RoundRaised {raised} round:1")}").Companies[0].Share;
        Assert.Equal(expected, share.Value is { } value ? value.Percent.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : share.NoneReason!.Code);
    }

    [Fact]
    public void A_year_counts_in_full_and_by_share_rounded_once_half_away_from_zero()
    {
        // A: 25 % of 10.01 and of -0.10; B: 6.25 % of 0.20, 1.5 and 2 people. 2.5025 + 0.0125 = 2.515.
        var social = Of(
            "2022-03-01 F->A Investment 10.00 round:1\n2022-03-01 A RoundRaised 10.00 round:1\n2022-03-01 F->B Investment 10.00 round:2\n2022-03-01 B RoundRaised 40.00 round:2",
            Year("A", new YearResults(Yuan(10.01m), Yuan(-0.10m), null, 2, null)), Year("B", new YearResults(Yuan(0.20m), null, null, 4, null)));

        Assert.Equal(["10.21 2.52", "-0.10 -0.03", "figure.nobodyStated figure.nobodyStated", "6 0.8", "figure.nobodyStated figure.nobodyStated"], social.Totals.Select(total => $"{Print(total.InFull)} {Print(total.ByShare)}"));
        Assert.Equal(["social.revenue.inFull@M/year:2022", "social.revenue.byShare@M/year:2022"], new[] { social.Totals[0].InFull, social.Totals[0].ByShare }.Select(figure => $"{figure.Id}"));
    }

    [Fact]
    public void By_share_each_multiple_is_weighted_by_our_look_through_money()
    {
        // A: 60 on 10 of F, of which a quarter is ours; B: 10 on 20 of M itself. In full 70 / 30; by share (2.5 x 6 + 20 x 0.5) / 22.5.
        var social = Of("2022-03-01 F->A Investment 10.00\n2022-03-01 M->B Investment 20.00\n2022-04-01 A RoundRaised 60.00 round:3\n2022-04-01 B RoundRaised 10.00 round:4");

        Assert.Equal((2, 70m / 30, 25 / 22.5m), (social.Followed, social.FollowOn.Require().Value, social.FollowOnByShare.Require().Value));
    }

    [Fact]
    public void Where_the_mother_fund_has_no_share_of_what_followed_nothing_is_said_by_share()
    {
        var social = Of("2022-03-01 G->A Investment 10.00\n2022-04-01 A RoundRaised 60.00 round:3");
        Assert.Equal((6m, "figure.nothingFollowed"), (social.FollowOn.Require().Value, social.FollowOnByShare.NoneReason?.Code));
        Assert.Equal(0m, social.Companies[0].Share.Require().Fraction);
    }

    [Fact]
    public void A_company_whose_investment_was_taken_back_is_not_held() =>
        Assert.Empty(Of("2022-03-01 F->A Investment 10.00\n2022-03-02 reverse #4").Companies);

    private static SocialResults Of(string lines, params RegistryEntry[] years)
    {
        var view = new LedgerView(TestBooks.Of(Family + lines).Snapshot.WithEntries(years), Date("2022-12-31"), Stamp.Max);
        return SocialEngine.Of(view, view.Registry, 2022);
    }

    private static string Print(IFigure figure) => figure.Value switch
    {
        Money money => money.ToPlainText(),
        Quantity quantity => quantity.Value.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture),
        _ => figure.NoneReason!.Code,
    };

    private static RegistryEntry Year(string company, YearResults results) => RegistryEntry.Stand(
        new RegistryEntryId(company[0]), new NodeId(1), new YearStated(company, 2022, results), Date("2022-12-31"),
        new EntryOrigin(Provenance.Recorded, "", "", null), new Signatures("manager1", "approver1", Voucher: null), new Stamp(Instant("2022-12-31").UnixMicroseconds - 100 + company[0]));

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
