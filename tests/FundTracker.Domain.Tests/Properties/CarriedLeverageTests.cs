using System.Globalization;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>
/// Books of funds in three currencies, of which one holds another, that are carried on record by record: rounds raised and invested in,
/// shares that are handed over, rates stated and restated. Drawn from fixed seeds, so that every run looks at the same books.
/// </summary>
public sealed class CarriedLeverageTests
{
    /// <summary>Every node and edge is there from the start, so that all that follows is carried on.</summary>
    private const string Books = """
        mother M CNY
        fund C CNY
        fund D CNY
        fund H USD
        fund E EUR
        company X CNY
        company Y USD
        company Z CNY
        2022-01-01 FIN investorKind = Fiscal
        2022-01-01 SOC investorKind = SocialCapital
        2022-01-01 BANK investorKind = Financial
        2022-01-01 M fx:USD/CNY = 6.5
        2022-01-01 M fx:EUR/CNY = 7.4
        2022-01-01 FIN->M Commitment 900.00
        2022-01-01 FIN->M Contribution 600.00
        2022-01-01 BANK->M Contribution 300.00
        2022-01-01 M->C Commitment 100.00
        2022-01-01 M->C Contribution 40.00
        2022-01-01 SOC->C Contribution 60.01
        2022-01-01 FIN->C Contribution 7.00
        2022-01-01 M->H Commitment 10.00
        2022-01-01 M->H Contribution 4.00
        2022-01-01 SOC->H Contribution 5.03
        2022-01-01 BANK->H Contribution 1.00
        2022-01-01 M->E Contribution 2.00
        2022-01-01 SOC->E Contribution 3.00
        2022-01-01 M->D Contribution 9.00
        2022-01-01 C->D Contribution 11.00
        2022-01-01 SOC->D Contribution 13.00
        2022-01-01 C->X Investment 20.00 round:1
        2022-01-01 H->X Investment 2.00 round:1
        2022-01-01 H->Y Investment 1.50 round:3
        2022-01-01 E->Y Investment 1.00 round:3
        2022-01-01 D->Z Investment 6.00 round:4
        2022-01-01 C->Z Investment 3.00
        2022-01-01 M->Z Investment 8.00 round:4
        2022-01-01 X RoundRaised 70.00 round:1
        2022-09-01 Y RoundRaised 30.00 round:3
        2022-01-01 Z RoundRaised 40.00 round:4
        2022-01-01 M Interest 1.00
        """;

    private const string Money =
        """
        M->C Contribution {0}
        SOC->C Contribution {0}
        FIN->C Contribution {0}
        M->H Contribution {0}
        SOC->H Contribution {0}
        BANK->H Contribution {0}
        M->E Contribution {0}
        C->D Contribution {0}
        SOC->D Contribution {0}
        BANK->M Contribution {0}
        M->C Commitment {0}
        SOC->H Commitment {0}
        FIN->D Commitment {0}
        M->H PaidInTransferOut {1} & SOC->H PaidInTransferIn {1}
        SOC->H PaidInTransferOut {1} & M->H PaidInTransferIn {1}
        C->D PaidInTransferOut {1} & SOC->D PaidInTransferIn {1}
        M->C ReturnOfCapital {1} recallable
        M->H IncomeDistribution {1}
        M->C Nav {0}
        M->H Nav {0}
        H->X Valuation {0}
        D->Z Valuation {0}
        C->X ExitProceeds {1}
        M ManagementFee {1}
        """;

    private const string Rounds =
        """
        C->X Investment {0} round:1
        C->X Investment {0} round:2
        H->X Investment {0} round:2
        H->Y Investment {0} round:3
        E->Y InvestmentInKind {0} round:5
        D->Z Investment {0} round:4
        M->Z Investment {0} round:4
        X RoundRaised {0} round:1
        X RoundRaised {0} round:2
        Y RoundRaised {0} round:5
        Z RoundRaised {0} round:4
        """;

    private const string Facts =
        """
        M fx:USD/CNY = {2}
        M fx:USD/CNY = {2}
        M fx:EUR/CNY = {2}
        FIN investorKind = StateOwned
        BANK investorKind = SocialCapital
        C fundStatus = Pipeline
        C fundStatus = Active
        H notReported = nav
        D vintageYear = 2019
        M vintageConvention = FirstClosing
        M socialKinds = SocialCapital,StateOwned
        M recallablePolicy = Netted
        X sector = optics
        Z sector = energy
        Y location = district
        Z carrier = PARK
        """;

    private static readonly string[] Weighted = [.. Lines(Money), .. Lines(Money), .. Lines(Rounds), .. Lines(Rounds), .. Lines(Rounds), .. Lines(Facts)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_recorded_the_figures_carried_on_are_those_of_books_read_afresh(int seed)
    {
        var random = new Random(seed);
        var books = TestBooks.Of(Books);
        var day = new DateOnly(2023, 3, 31).AddDays(random.Next(60));
        var view = new LedgerView(books.Snapshot, day, Stamp.Max);
        var earlier = view;
        for (var look = 0; look < 14; look++)
        {
            _ = FigureText.Of(view);
            for (var records = 1 + random.Next(2); records > 0; records--) books.Add(Any(random, books));
            var afresh = FigureText.Of(new LedgerView(books.Snapshot, day, Stamp.Max));
            Assert.Equal(afresh, FigureText.Of(earlier.At(books.Snapshot, Stamp.Max)));
            (earlier, view) = (view, view.At(books.Snapshot, Stamp.Max));
            Assert.Equal(afresh, FigureText.Of(view));
        }
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 16)];

    private static string Any(Random random, TestBooks books)
    {
        var on = new DateOnly(2022, 1, 2).AddDays(random.Next(500)).ToString("O", CultureInfo.InvariantCulture);
        if (random.Next(10) == 0)
        {
            var taken = books.Lines.Select(line => line.Reverses).ToHashSet();
            var open = books.Lines.Where(line => line.Reverses is null && !taken.Contains(line.Sequence)).ToList();
            return $"{on} reverse #{open[random.Next(open.Count)].Sequence}";
        }

        var template = Weighted[random.Next(Weighted.Length)];
        var amount = (random.Next(1, 20_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        var little = (random.Next(1, 300) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        var rate = ((6_000 + random.Next(2_000)) / 1_000m).ToString(CultureInfo.InvariantCulture);
        var invented = random.Next(8) == 0 ? " illustrative" : "";
        return string.Join('\n', template.Split('&', StringSplitOptions.TrimEntries)
            .Select(line => $"{on} {string.Format(CultureInfo.InvariantCulture, line, amount, little, rate)}{invented}"));
    }

    private static string[] Lines(string templates) => templates.ReplaceLineEndings("\n").Split('\n');
}
