using System.Numerics;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Model;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>Ratios of ledgers of any lines, against the plain recomputation from the lines.</summary>
public sealed class RatioProperties
{
    [Fact]
    public void Dpi_and_rvpi_add_up_to_tvpi_and_each_is_its_quotient_of_the_lines() => RandomLedger.Holds(RandomLedger.Day, (books, day) =>
    {
        var view = new LedgerView(books.Snapshot, day, Stamp.Max);
        var moment = RandomLedger.Reference(books).At(day, books.Lines.Count);
        foreach (var figures in FundFigureEngine.OfFamily(view))
        {
            var isMother = figures.Fund.Code == "MOTHER";
            var edges = isMother ? new[] { ("FIN", "MOTHER"), ("CITY", "MOTHER") } : [("MOTHER", figures.Fund.Code)];
            var paidIn = Sum(edges, moment.PaidIn);
            var (distributed, commitment) = (Sum(edges, moment.Distributed), Sum(edges, moment.Commitment));
            BigInteger? nav = isMother ? figures.Nav.Value?.MinorUnits : moment.Level("MOTHER", figures.Fund.Code);

            Assert.Equal(nav, figures.Nav.Value?.MinorUnits);
            AssertQuotient(distributed, paidIn, figures.Dpi.Value);
            AssertQuotient(nav, paidIn, figures.Rvpi.Value);
            AssertQuotient(nav + distributed, paidIn, figures.Tvpi.Value);
            AssertQuotient(paidIn, commitment, figures.Pic.Value);
            if (figures.Tvpi.Value is { } tvpi) Assert.Equal(tvpi.Value, figures.Dpi.Require().Value + figures.Rvpi.Require().Value, 12);
        }
    });

    private static BigInteger Sum((string From, string To)[] edges, Func<string, string, BigInteger> of) =>
        edges.Aggregate(BigInteger.Zero, (sum, edge) => sum + of(edge.From, edge.To));

    private static void AssertQuotient(BigInteger? above, BigInteger below, Multiple? actual)
    {
        if (above is not { } value || below.IsZero) Assert.Null(actual);
        else Assert.Equal((decimal)value / (decimal)below, actual!.Value, 12);
    }
}
