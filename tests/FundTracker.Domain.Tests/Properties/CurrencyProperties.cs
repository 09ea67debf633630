using System.Globalization;
using CsCheck;
using FundTracker.Analytics.Exposure;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>Exposure of books whose funds are in three currencies, with rates that come, change and are missing.</summary>
public sealed class CurrencyProperties
{
    /// <summary>Every node and edge is there from the start, so that all that follows is carried on.</summary>
    private const string Books = """
        mother M CNY
        fund F CNY
        fund H USD
        fund K JPY
        company A
        company B
        2022-01-01 FIN->M Contribution 1.00
        2022-01-01 M->F Contribution 1.00
        2022-01-01 SOC->F Contribution 1.00
        2022-01-01 M->H OpeningContribution 1.00
        2022-01-01 SOC->H OpeningContribution 1.00
        2022-01-01 F->K OpeningContribution 1
        2022-01-01 M->K OpeningContribution 1
        2022-01-01 M->A Investment 1.00
        2022-01-01 F->A Investment 1.00
        2022-01-01 H->A Investment 1.00
        2022-01-01 H->B Investment 1.00
        2022-01-01 K->B Investment 1
        2022-01-01 F->K Nav 5
        """;

    private static readonly string[] Entries =
    [
        "M->F Contribution {0}", "SOC->F Contribution {0}", "M->H OpeningContribution {0}", "SOC->H OpeningContribution {0}", "M->K OpeningContribution {1}",
        "F->K OpeningContribution {1}", "M->A Investment {0}", "F->A Investment {0}", "H->A Investment {0}", "H->B Valuation {0}", "H->A Valuation {0}",
        "K->B Investment {1}", "K->B Valuation {1}", "M->H Nav {0}", "M->K Nav {1}", "F->K Nav {1}", "A sector = newEnergy", "B carrier = PARK",
        "M fx:USD/CNY = {2}", "M fx:USD/CNY = {2}", "M fx:JPY/CNY = {2}",
    ];

    private static readonly Gen<string> Entry = Gen.Select(Gen.Int[0, Entries.Length - 1], Gen.Int[0, 500], Gen.Long[1, 99_999_999], (kind, day, amount) =>
        new DateOnly(2022, 1, 1).AddDays(day).ToString("O", CultureInfo.InvariantCulture) + " " + string.Format(
            CultureInfo.InvariantCulture, Entries[kind], (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture), amount, (amount % 9_999 + 1) / 1_000m));

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 600].Select(day => new DateOnly(2022, 1, 1).AddDays(day));

    [Fact]
    public void Holdings_in_several_currencies_add_up_to_the_fen_and_their_weights_to_one() =>
        Gen.Select(Entry.Array[0, 25], Day).Sample(
            (entries, day) =>
            {
                var view = new LedgerView(Of(entries).Snapshot, day, Stamp.Max);
                var exposure = LookThrough.Of(view);
                var value = exposure.LookThroughValue.Require();

                Assert.Equal(value.MinorUnits, exposure.Companies.Sum(company => company.Value.MinorUnits));
                foreach (var slices in exposure.Slices.GroupBy(slice => slice.Amount.Id.Scope.Split(':')[0]))
                {
                    Assert.Equal(value.MinorUnits, slices.Sum(slice => slice.Amount.Require().MinorUnits));
                    if (!value.IsZero) Assert.Equal(1m, slices.Sum(slice => slice.Share.Require().Fraction), 20);
                }

                if (exposure.Nav.Value is { } nav) Assert.Equal(nav, value + exposure.Residual.Require());
                else Assert.Equal(exposure.Nav.NoneReason, exposure.Residual.NoneReason);
                AssertStated(view, exposure);
            },
            iter: Cases.Count);

    [Fact]
    public void Exposure_carried_on_over_rates_and_lines_is_that_of_books_read_afresh() =>
        Gen.Select(Entry.Array[0, 15], Entry.Array[1, 10], Day).Sample(
            (before, after, day) =>
            {
                var books = Of(before);
                var book = books.Snapshot;
                var view = new LedgerView(book, day, Stamp.Max);
                foreach (var entry in after)
                {
                    _ = LookThrough.Of(view);
                    books.Add(entry);
                    book = Grown(books, book);
                    view = view.At(book, view.KnownAt);
                }

                var fresh = new LedgerView(books.Snapshot, day, view.KnownAt);
                Assert.Equal(FigureText.Of(fresh), FigureText.Of(view));
                Assert.Equal(Missing(LookThrough.Of(fresh)), Missing(LookThrough.Of(view)));
            },
            iter: Math.Max(1, Cases.Count / 4));

    private static TestBooks Of(string[] entries)
    {
        var books = TestBooks.Of(Books);
        foreach (var entry in entries) books.Add(entry);
        return books;
    }

    private static BookSnapshot Grown(TestBooks books, BookSnapshot book) => book.WithTail([.. books.Snapshot.Facts.Skip(book.Facts.Count)]);

    /// <summary>A currency is a slice where its rate is stated, and is named as missing where it is not; never both.</summary>
    private static void AssertStated(LedgerView view, LookThroughExposure exposure)
    {
        foreach (var currency in new[] { "USD", "JPY" })
        {
            var isStated = view.Book.FactOn(view.Book.MotherFund, $"fx:{currency}/CNY", view.AsOf, view.KnownAt) is not null;
            Assert.Equal(isStated, exposure.ByCurrency.Any(slice => slice.Value == currency));
            Assert.Equal(!isStated, exposure.Unconverted.Any(left => left.Currency == currency));
        }
    }

    private static string Missing(LookThroughExposure exposure) =>
        string.Join("; ", exposure.Unconverted.Select(left => $"{left.Currency} {left.Holdings} {string.Join(',', left.Funds)} {left.Reason}"));
}
