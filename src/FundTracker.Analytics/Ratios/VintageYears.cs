using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// Vintage years of the funds of some books: as stated, else by the convention that holds.
/// </summary>
public sealed class VintageYears
{
    private readonly LedgerView _view;
    private readonly VintageConvention _convention;

    /// <summary>Vintage years as of a day, as known at an instant.</summary>
    public VintageYears(LedgerView view) => (_view, _convention) = (view, RatioPolicies.In(view).Vintage);

    /// <summary>A fund's vintage year: as stated, else by the convention that holds; null where neither gives one.</summary>
    public int? Of(NodeEntry fund) => StatedOf(fund) ?? Of(fund, _convention);

    /// <summary>A fund's vintage year as somebody stated it; null where nobody did.</summary>
    public int? StatedOf(NodeEntry fund) => _view.Book.FactOn(fund.Id, FactNames.VintageYear, _view.AsOf, _view.KnownAt) is { } stated
        ? int.Parse(stated.Value, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    /// <summary>A fund's vintage year by a convention, whatever is stated; null where its event has not happened.</summary>
    public int? Of(NodeEntry fund, VintageConvention convention) => _view.Book.CommitmentsTo(fund.Id)
        .Min(edge => convention == VintageConvention.FirstCall ? _view.FirstPaidIn(edge) : _view.FirstCommitted(edge))?.Year;
}
