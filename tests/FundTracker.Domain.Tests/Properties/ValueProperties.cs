using System.Globalization;
using System.Numerics;
using CsCheck;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>Laws of the values.</summary>
public sealed class ValueProperties
{
    private static readonly Gen<Currency> AnyCurrency = Gen.Int[0, Currency.Known.Count - 1].Select(i => Currency.Of(Currency.Known[i]));
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2999, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void An_amount_is_read_back_as_it_is_printed() => Gen.Select(Gen.Long, AnyCurrency).Sample(
        (minor, currency) =>
        {
            var money = Money.FromMinor(minor, currency);
            var printed = decimal.Parse(money.ToPlainText(), NumberStyles.Number, CultureInfo.InvariantCulture);
            Assert.Equal(money, Money.Of(printed, currency));
            Assert.True(Money.TryOf(money.Amount, currency, out var read));
            Assert.Equal(money, read);
        },
        iter: Cases.Count);

    [Fact]
    public void A_fraction_of_an_amount_is_the_nearest_count_half_away_from_zero() => Gen.Select(Gen.Long, Gen.Int, Gen.Int.Where(n => n != 0)).Sample(
        (minor, numerator, denominator) =>
        {
            var (product, divisor) = (new BigInteger(minor) * numerator, new BigInteger(denominator));
            var doubled = 2 * BigInteger.Abs(product) / BigInteger.Abs(divisor);
            var nearest = product.Sign * divisor.Sign * ((doubled + 1) / 2);
            if (nearest < long.MinValue || nearest > long.MaxValue)
                Assert.Throws<OverflowException>(() => Money.FromMinor(minor, Currency.Cny).MultiplyRounded(numerator, denominator));
            else Assert.Equal(nearest, Money.FromMinor(minor, Currency.Cny).MultiplyRounded(numerator, denominator).MinorUnits);
        },
        iter: Cases.Count);

    [Fact]
    public void Sums_are_exact_or_an_error() => Gen.Select(Gen.Long, Gen.Long).Sample(
        (left, right) =>
        {
            var (one, two) = (Money.FromMinor(left, Currency.Cny), Money.FromMinor(right, Currency.Cny));
            var sum = new BigInteger(left) + right;
            if (sum < long.MinValue || sum > long.MaxValue) Assert.Throws<OverflowException>(() => one + two);
            else Assert.Equal(one, one + two - two);
            Assert.Equal(left.CompareTo(right), one.CompareTo(two));
        },
        iter: Cases.Count);

    [Fact]
    public void Every_day_lies_in_its_quarter_and_in_no_other() => AnyDay.Sample(
        day =>
        {
            var quarter = Quarter.Of(day);
            Assert.True(quarter.Days.Contains(day));
            if (quarter.Year > 1900) Assert.Equal(quarter, quarter.Previous.Next);
            Assert.False(quarter.Days.Contains(quarter.LastDay.AddDays(1)));
            Assert.Equal(quarter.LastDay.AddDays(1), quarter.Next.FirstDay);
            Assert.True(Quarter.TryParse(quarter.ToString(), out var read));
            Assert.Equal(quarter, read);
        },
        iter: Cases.Count);

    [Fact]
    public void A_stamp_is_read_back_as_it_is_printed() => Gen.Long[Stamp.EndOf(new DateOnly(1, 1, 1)).UnixMicroseconds, Stamp.Max.UnixMicroseconds].Sample(
        microseconds =>
        {
            Assert.True(Stamp.TryParse(new Stamp(microseconds).ToString(), out var read));
            Assert.Equal(microseconds, read.UnixMicroseconds);
        },
        iter: Cases.Count);

    [Fact]
    public void A_credit_code_with_any_one_character_changed_is_refused()
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        Gen.Select(Gen.Char[alphabet].Array[17], Gen.Int[0, 17], Gen.Int[1, 30]).Sample(
            (body, place, shift) =>
            {
                var code = UnifiedSocialCreditCode.FromBody(new string(body)).Value;
                Assert.True(UnifiedSocialCreditCode.TryParse(code, out _));
                var changed = alphabet[(alphabet.IndexOf(code[place]) + shift) % alphabet.Length];
                Assert.False(UnifiedSocialCreditCode.TryParse(code[..place] + changed + code[(place + 1)..], out _));
            },
            iter: Cases.Count);
    }

    [Fact]
    public void Canonical_texts_are_equal_only_if_every_field_is()
    {
        var text = Gen.String[Gen.Char["ab;:=0123456789"], 0, 8];
        Gen.Select(text, text, text, text).Sample(
            (reference, note, otherReference, otherNote) => Assert.Equal(
                (reference, note) == (otherReference, otherNote),
                HashChain.Canonical(("ref", reference), ("note", note)) == HashChain.Canonical(("ref", otherReference), ("note", otherNote))),
            iter: Cases.Count);
    }
}
