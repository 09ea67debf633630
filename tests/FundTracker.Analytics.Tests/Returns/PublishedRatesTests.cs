using System.Globalization;
using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>Rates that others have published, each with its source. Where several rates solve the flows, the published one must be among ours.</summary>
public class PublishedRatesTests
{
    /// <summary>pyxirr, tests/samples/1938.csv: 53 flows of both signs, not in order.</summary>
    private const string Loan1938 = """
        1937-07-02 -10; 1937-07-03 10; 1937-07-04 1338.17; 1938-07-29 10147.5
        1938-08-11 -578133.57; 1938-08-12 -12559.95; 1938-04-22 1519.64; 1938-05-22 10147.5
        1938-06-22 -11500; 1938-10-22 544.47; 1938-08-28 701.78; 1938-09-09 -600.68
        1938-09-10 -601.95; 1938-09-11 -518.2; 1938-11-10 36000; 1938-11-12 22308.68
        1938-12-11 -753.37; 1939-01-07 -20.05; 1939-02-10 -43.15; 1939-03-11 -742.98
        1939-08-17 -11220; 1939-10-17 1.27; 1939-04-04 11220; 1939-04-09 -3846.05
        1939-04-12 1058.75; 1939-06-18 -2.94; 1939-05-11 -36000; 1939-05-12 -15016.3
        1939-06-11 -6.49; 1939-08-02 -36.72; 1939-08-10 -72.54; 1939-08-12 15892.29
        1939-08-26 -88.71; 1939-09-08 -53.5; 1939-09-10 -260.09; 1939-11-01 -3.85
        1939-11-12 -289.11; 1939-12-10 -46.99; 1939-12-13 63.32; 1940-01-10 63.32
        1940-02-09 621.47; 1940-02-10 -383.63; 1940-03-11 63.32; 1940-04-11 63.32
        1940-05-11 419.94; 1940-08-11 -4.87; 1941-01-10 1507.56; 1941-09-12 -14.49
        1940-11-30 -1.31; 1941-08-01 7064.85; 1941-08-11 -0.82; 1941-11-10 3554.11
        1942-02-10 16891.26
        """;

    /// <summary>pyxirr, tests/samples/minus_0_13.csv: 31 payments and what was left of them.</summary>
    private const string Savings2015 = """
        2015-05-04 -200.00; 2015-05-07 -75.00; 2015-05-15 -620.00; 2015-05-04 -0.01; 2015-05-06 -100.00
        2015-05-14 -299.99; 2015-05-19 -20.00; 2015-05-26 -100.00; 2015-05-27 -340.00; 2015-06-01 -500.00
        2015-06-05 -100.00; 2015-06-18 -1008.52; 2015-06-22 -65.00; 2015-06-22 -120.00; 2015-06-22 -450.00
        2015-06-30 -450.75; 2015-07-06 -80.00; 2015-07-13 -130.00; 2015-07-16 -1050.00; 2015-07-31 -1000.00
        2015-08-10 -65.00; 2015-08-17 -400.00; 2015-09-14 -100.00; 2015-09-16 -956.88; 2015-09-28 -117.00
        2015-10-01 -50.00; 2015-10-02 -1130.00; 2015-10-29 -70.00; 2015-11-02 -188; 2015-11-06 -250
        2015-12-29 -100; 2015-12-31 9518.08
        """;

    /// <summary>pyxirr, tests/samples/30-13.csv: 30 random flows; its own rate and that of a spreadsheet differ, and both solve them.</summary>
    private const string Random13 = """
        2020-10-08 -320.409336468929; 2034-02-11 -1168.0309461329; 2035-02-23 -116.435806487608
        2032-05-22 1082.82589946232; 2025-09-23 1021.31187983928; 2033-08-11 330.693013409593
        2037-01-01 357.608023904653; 2022-06-10 4019.47530700281; 2035-08-11 -636.194921783809
        2030-03-06 1797.12740657937; 2033-02-12 -1363.62400631159; 2020-10-09 1643.85326162288
        2039-02-12 380.183155427822; 2028-07-23 86.989799456888; 2030-12-23 -1655.5145291891
        2028-11-25 282.738535669003; 2025-09-19 1503.78463596763; 2036-01-10 -1641.59028688468
        2038-10-31 -318.274660250744; 2030-02-20 257.569362953608; 2023-06-30 -1413.67502554896
        2033-01-25 255.335845901369; 2021-10-26 -1576.27975587903; 2021-03-24 318.335920888297
        2033-06-01 -3433.96218604721; 2027-03-09 -114.644608755237; 2038-04-26 -224.006933326095
        2031-05-06 275.321216777982; 2021-03-16 1327.43942336165; 2024-10-19 1401.88316736762
        """;

    /// <summary>pyxirr, tests/samples/30-28.csv: the same.</summary>
    private const string Random28 = """
        2025-09-08 -0.943503436299; 2039-03-04 -4005.39190494337; 2036-04-21 374.361152823838
        2041-11-29 505.584128969318; 2033-08-01 -983.306696970207; 2026-12-01 617.314664482651
        2035-05-19 2164.52035104806; 2027-08-27 -3456.42917112415; 2043-04-16 3914.04884222812
        2027-12-28 -581.440108240025; 2030-12-25 387.335111813997; 2028-04-07 -1716.17324524635
        2038-06-04 -125.834554614621; 2026-06-02 1812.83784732893; 2028-01-04 822.339410905665
        2029-04-28 -2525.30339597722; 2040-11-15 -388.709310032226; 2027-05-20 -104.766391662072
        2040-10-08 40.586046468536; 2035-05-16 -3410.39117941614; 2029-06-23 -758.223669241554
        2033-04-18 128.860253525305; 2041-09-15 1279.75107946094; 2027-07-21 100.6035701568
        2041-01-11 -1116.70449459165; 2040-09-10 2605.61327558148; 2028-01-01 -528.95530661223
        2039-08-04 -96.796739553259; 2041-12-12 -4650.29377515385; 2042-04-01 2607.25633665165
        """;

    // numpy-financial, documentation of irr: https://numpy.org/numpy-financial/latest/irr.html; the last three are of its issues 39 and 44
    // and of its tests. Flows a period apart: here 365 days.
    [Theory]
    [InlineData(0.28095, 5e-6, "-100 39 59 55 20")]
    [InlineData(-0.0955, 5e-5, "-100 0 0 74")]
    [InlineData(-0.0833, 5e-5, "-100 100 0 -7")]
    [InlineData(0.06206, 5e-6, "-100 100 0 7")]
    [InlineData(0.0886, 5e-5, "-5 10.5 1 -8 1")]
    [InlineData(0.0524, 5e-5, "-150000 15000 25000 35000 45000 60000")]
    [InlineData(1.00426, 1e-4, "-1678.87 771.96 1814.05 3520.30 3552.95 3584.99 4789.91 -1")]
    [InlineData(
        0.12, 1e-8,
        "-217500.0 -217500.0 108466.80462450592 101129.96439328062 93793.12416205535 86456.28393083003 79119.44369960476 "
        + "71782.60346837944 64445.76323715414 57108.92300592884 49772.08277470355 42435.24254347826 35098.40231225296 "
        + "27761.56208102766 20424.721849802358 13087.88161857707 5751.041387351768 -1585.7988438735192 -8922.639075098821 "
        + "-16259.479306324123 -23596.31953754941 -30933.159768774713 -38270.0 -45606.8402312253 -52943.680462450604 "
        + "-60280.520693675906 -67617.36092490121")]
    public void Rates_of_numpy_financial_are_found(double published, double precision, string amounts) => AssertFound(
        published, precision, Flows.Spaced(365, [.. amounts.Split(' ').Select(amount => double.Parse(amount, CultureInfo.InvariantCulture))]));

    // MathWorks, documentation of xirr, actual/365: https://www.mathworks.com/help/finance/xirr.html.
    [Fact]
    public void The_rate_of_mathworks_is_the_only_one() => AssertOnly(
        0.10064378342638, 1e-9, Parse("2007-01-12 -10000; 2008-02-14 2500; 2008-03-03 2000; 2008-06-14 3000; 2008-12-01 4000"));

    // pyxirr, tests/test_scheduled.rs: https://github.com/Anexen/pyxirr. It stops at a present value near nothing, so nine digits are asked of it.
    [Theory]
    [InlineData(0.16353715844, "2015-06-11 -1000; 2015-07-21 -9000; 2018-06-10 20000; 2015-10-17 -3000")]
    [InlineData(-0.9989769231734277, "2021-06-09 -134.09; 2021-08-11 40.86")]
    [InlineData(-0.9999884228170087, "2020-03-05 -18480.0; 2020-03-16 13120.0")]
    [InlineData(0.175680730580782, "2023-12-31 -100; 2024-12-31 10; 2026-12-31 10; 2027-12-31 10; 2028-12-31 10; 2029-12-31 200")]
    [InlineData(-0.13423264098831872, Savings2015)]
    public void Rates_of_pyxirr_that_are_the_only_ones_are_found(double published, string flows) => AssertOnly(published, 1e-9, Parse(flows));

    // The same source; where it names two rates, the second is the spreadsheet's.
    [Theory]
    [InlineData(-0.993785049929284, "2021-06-08 -1000000.0; 2022-06-29 5000.0; 2023-06-08 -3.0; 2023-06-30 0.0")]
    [InlineData(-0.5945650822679239, Loan1938)]
    [InlineData(-0.6590570693637554, Random13)]
    [InlineData(-0.02910731236366771, Random13)]
    [InlineData(-0.10396735360664396, Random28)]
    [InlineData(1.1258287638216773, Random28)]
    public void Rates_of_pyxirr_that_are_some_of_several_are_among_ours(double published, string flows) => AssertFound(published, 1e-9, Parse(flows));

    private static void AssertOnly(double published, double precision, CashFlow[] flows) =>
        Assert.Equal(published, Assert.IsType<IrrResult.Unique>(Irr.Of(flows)).Root.Rate, precision);

    private static void AssertFound(double published, double precision, CashFlow[] flows)
    {
        var rates = Irr.Of(flows).Roots.Select(root => root.Rate).ToList();
        Assert.True(
            rates.Exists(rate => Math.Abs(rate - published) <= precision),
            string.Create(CultureInfo.InvariantCulture, $"{published} is not among {string.Join(", ", rates)}"));
    }

    private static CashFlow[] Parse(string flows) => Flows.Parse(flows.Replace(';', '\n'));
}
