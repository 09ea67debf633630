using FundTracker.Analytics.Leverage;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Which commitment or payment moved a ratio, day by day.</summary>
public sealed class LeverageAttributionTests
{
    private const string Books = """
        mother M CNY
        fund F CNY
        2023-01-05 FIN investorKind = Fiscal
        2023-01-05 SOC investorKind = SocialCapital
        2023-01-10 FIN->M Contribution 1,000.00
        2023-02-01 M->F Commitment 100.00
        2023-02-01 M->F Contribution 100.00
        2023-03-01 SOC->F Commitment 300.00
        2023-03-01 SOC->F Contribution 150.00
        2023-05-01 SOC->F Contribution 50.00
        2023-06-01 M->F Contribution 100.00
        """;

    [Fact]
    public void Only_the_share_prints_as_a_percentage() => Assert.Equal(
        [LeverageFormula.SocialShare], LeverageDefinition.All.Where(definition => definition.IsShare).Select(definition => definition.Formula));

    [Theory]
    [InlineData(LeverageFormula.SocialToFiscal)]
    [InlineData(LeverageFormula.TotalToMotherPaidIn)]
    [InlineData(LeverageFormula.SocialShare)]
    public void The_steps_add_up_to_the_whole_change(LeverageFormula formula)
    {
        var view = TestBooks.Of(Books).View("2023-06-30");
        var from = new DateOnly(2023, 2, 28);
        var steps = LeverageAttribution.Of(view, from, formula);

        var whole = LeverageAttribution.On(view, view.AsOf, formula).Require().Value - LeverageAttribution.On(view, from, formula).Require().Value;
        Assert.Equal(whole, steps.Sum(step => step.Change!.Value), 20);
    }

    [Fact]
    public void Each_step_names_the_lines_of_its_day()
    {
        var steps = LeverageAttribution.Of(TestBooks.Of(Books).View("2023-06-30"), new DateOnly(2023, 2, 28), LeverageFormula.SocialToFiscal);

        Assert.Equal(
            [("2023-03-01", 1.5m), ("2023-05-01", 0.5m), ("2023-06-01", -1.0m)],
            steps.Select(step => (step.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture), step.Change!.Value)));
        Assert.Equal([5], steps[1].Lines);
    }

    [Fact]
    public void A_commitment_moves_the_committed_ratio_alone()
    {
        var steps = LeverageAttribution.Of(TestBooks.Of(Books).View("2023-06-30"), new DateOnly(2023, 2, 28), LeverageFormula.TotalToMotherCommitted);

        var step = Assert.Single(steps);
        Assert.Equal((new DateOnly(2023, 3, 1), 3m), (step.Day, step.Change));
        Assert.Equal([3], step.Lines);
    }

    [Fact]
    public void A_fact_that_moves_a_ratio_is_a_step_without_lines()
    {
        var steps = LeverageAttribution.Of(
            TestBooks.Of(Books + "\n2023-04-01 SOC investorKind = Fiscal\n").View("2023-04-30"), new DateOnly(2023, 3, 31), LeverageFormula.SocialToFiscal);

        var step = Assert.Single(steps);
        Assert.Equal((new DateOnly(2023, 4, 1), -1.5m), (step.Day, step.Change));
        Assert.Empty(step.Lines);
    }

    [Fact]
    public void A_ratio_that_had_no_answer_before_has_a_step_without_a_change()
    {
        var step = LeverageAttribution.Of(TestBooks.Of(Books).View("2023-02-28"), new DateOnly(2023, 1, 31), LeverageFormula.SocialToFiscal)[0];
        Assert.Null(step.Before.Value);
        Assert.Equal("0.00x", step.After.Value!.ToString());
        Assert.Null(step.Change);
    }
}
