using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>
/// Books in which a fund that nothing was known of begins to be held, paid into, valued or reported as silent, step by step: what is carried
/// on over each step is what is read afresh.
/// </summary>
public sealed class CarriedMembersTests
{
    private const string Books = """
        mother M CNY
        fund C CNY
        fund N CNY
        fund K USD
        company X CNY
        2022-01-01 FIN investorKind = Fiscal
        2022-01-01 SOC investorKind = SocialCapital
        2022-01-01 FIN->M Contribution 500.00
        2022-01-01 M->C Commitment 100.00
        2022-01-01 M->C Contribution 40.00
        2022-01-01 SOC->C Contribution 60.00
        2022-01-01 C->X Investment 20.00 round:1
        2022-01-01 X RoundRaised 70.00 round:1
        """;

    /// <summary>Edges on which nothing stands yet.</summary>
    private const string Later = """
        2022-01-01 M->N Commitment 1.00
        2022-01-01 SOC->N Commitment 1.00
        2022-01-01 BANK->N Commitment 1.00
        2022-01-01 FIN->C Commitment 1.00
        2022-01-01 C->N Commitment 1.00
        2022-01-01 M->K Commitment 1.00
        2022-01-01 SOC->K Commitment 1.00
        2022-01-01 SOC->M Commitment 1.00
        2022-01-01 N->X Investment 1.00
        2022-01-01 K->X Investment 1.00
        2022-01-01 M->X Investment 1.00
        2022-01-01 N Interest 1.00
        2022-01-01 M Interest 1.00
        2022-01-01 M Interest 1.00 USD
        """;

    [Theory]
    [InlineData("M->N Commitment 50.00|M->N Contribution 5.00|SOC->N Contribution 7.00|N->X Investment 3.00 round:1|M->N Nav 6.00|N->X Valuation 4.00")]
    [InlineData("SOC->N Contribution 5.00|N->X Investment 3.00 round:2|M->N Contribution 5.00|X RoundRaised 9.00 round:2")]
    [InlineData("N->X Investment 3.00 round:1|C->N Contribution 8.00|SOC->N Contribution 2.00|M->N Nav 1.00")] // held through C
    [InlineData("N notReported = nav|N notReported =|M->N Contribution 5.00|N notReported = nav")]
    [InlineData("N fundStatus = Pipeline|M->N Commitment 50.00|N fundStatus = Active|M->N Contribution 5.00|N fundStatus = Pipeline")]
    [InlineData("M->K Commitment 50.00|M fx:USD/CNY = 7|M->K Contribution 5.00|SOC->K Contribution 1.00|M fx:USD/CNY = 6.5|M fx:USD/CNY =")]
    [InlineData("M->K Contribution 5.00|K->X Investment 2.00 round:1|M fx:USD/CNY = 7|K->X Valuation 3.00")]
    [InlineData("M Interest 5.00|M Interest 3.00 USD|M fx:USD/CNY = 7|M ManagementFee 2.00")]
    [InlineData("M->X Investment 5.00 round:1|M->X Valuation 7.00|X sector = optics|X location = district")]
    [InlineData("SOC->M Contribution 5.00|SOC investorKind = Financial|M socialKinds = Financial|M->N Contribution 3.00")]
    [InlineData("N vintageYear = 2015|M->N Contribution 5.00|N->X Investment 1.00 round:1|N vintageYear =|M vintageConvention = FirstClosing")]
    [InlineData("M recallablePolicy = Netted|M->C ReturnOfCapital 3.00 recallable|M outsideCommitmentPolicy = Excluded|M->C Contribution 2.00 outside")]
    [InlineData("M->K Contribution 5.00|M fx:USD/CNY = 7 & X sector = optics|X location = district & M fx:USD/CNY = 6|K->X Investment 2.00 round:1 & M fx:USD/CNY = 8")]
    [InlineData("M->N Contribution 5.00|SOC->C Contribution 1.00 & SOC->N Contribution 1.00|SOC->N Contribution 2.00 & FIN->C Contribution 3.00")] // one says the same of investors, one does not
    [InlineData("M->N Commitment 5.00|BANK->N Contribution 3.00|BANK investorKind = Financial")] // nobody had paid in, then somebody of no kind
    [InlineData("X RoundRaised 5.00 round:1 & M fx:USD/CNY = 7|C->X Investment 2.00 round:3 & X RoundRaised 4.00 round:3")]
    [InlineData("N Interest 2.00|M->N Contribution 5.00|M leverageTarget:SocialShare = 0.5|N fundClass = Theme|N sector = optics")]
    public void Whatever_a_fund_begins_with_the_figures_carried_on_are_those_read_afresh(string steps)
    {
        var books = TestBooks.Of(Books);
        _ = books.Drafts(Later);
        var view = books.View("2022-12-31");
        foreach (var step in steps.Split('|'))
        {
            _ = FigureText.Of(view);
            var before = books.Snapshot;
            books.Add(string.Join('\n', step.Split('&', StringSplitOptions.TrimEntries).Select(record => $"2022-06-01 {record}")));
            Assert.Equal(before.Edges.Count, books.Snapshot.Edges.Count);
            var afresh = FigureText.Of(books.View("2022-12-31"));
            Assert.Equal(afresh, FigureText.Of(view = view.At(books.Snapshot, Stamp.Max)));
        }
    }

    [Theory]
    [InlineData("M->N Commitment 50.00")]
    [InlineData("N fundStatus = Pipeline")]
    [InlineData("C notReported = nav")]
    [InlineData("M->C Contribution 5.00")]
    [InlineData("X sector = optics")]
    public void What_is_of_a_later_day_changes_nothing_until_then(string step)
    {
        var books = TestBooks.Of(Books);
        _ = books.Drafts(Later);
        var view = books.View("2022-12-31");
        var before = FigureText.Of(view);
        books.Add($"2023-01-01 {step}");

        var carried = view.At(books.Snapshot, Stamp.Max);
        Assert.Equal(before, FigureText.Of(carried));
        Assert.NotEqual(before, FigureText.Of(carried.On(new DateOnly(2023, 1, 1))));
    }
}
