using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>
/// What a fund in another currency is in the mother fund's own, at stated rates: each flow at the rate of its day, the NAV at that of the day
/// of the view; a day without a rate takes the last one stated before it.
/// </summary>
/// <param name="Base">The mother fund's currency.</param>
/// <param name="PaidIn">Paid in, each payment converted and rounded by itself.</param>
/// <param name="Distributed">Distributed, in the same way.</param>
/// <param name="Nav">NAV at the rate of the day of the view.</param>
/// <param name="Tvpi">(Distributed + NAV) / paid-in of the converted amounts.</param>
/// <param name="Irr">Since-inception IRR of the converted flows.</param>
/// <param name="Effect">(1 + IRR in base currency) / (1 + IRR in the fund's) - 1, per year: the currency's own part.</param>
/// <param name="GainEffect">Gain in base currency less the fund's own gain at the rate of the day of the view: what the rates of the
/// flows' own days made of it.</param>
public sealed record CurrencyPerformance(
    Currency Base, Figure<Money> PaidIn, Figure<Money> Distributed, Figure<Money> Nav, Figure<Multiple> Tvpi, Figure<IrrResult> Irr,
    Figure<Percentage> Effect, Figure<Money> GainEffect)
{
    /// <summary>All figures in the order in which they are shown.</summary>
    public IReadOnlyList<IFigure> All => [PaidIn, Distributed, Nav, Tvpi, Irr, Effect, GainEffect];

    /// <summary>The converted performance; null for a fund in the mother fund's own currency.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="figures">The fund's figures in its own currency.</param>
    /// <param name="history">Its dealings with its holder; refused where they are not known.</param>
    public static CurrencyPerformance? Of(LedgerView view, FundFigures figures, Result<FundHistory> history)
    {
        var root = view.Book.Root.Currency;
        if (figures.Fund.Currency == root) return null;
        var reader = new Converter(view, figures);
        return reader.Read(history);
    }

    /// <summary>Converts a fund's flows and keeps the rates that it used.</summary>
    private sealed class Converter(LedgerView view, FundFigures figures)
    {
        private readonly string _rateName = $"{FactNames.ExchangeRate}:{figures.Fund.Currency.Code}/{view.Book.Root.Currency.Code}";
        private readonly SortedDictionary<DateOnly, FactEntry> _rates = [];
        private readonly Currency _base = view.Book.Root.Currency;

        public CurrencyPerformance Read(Result<FundHistory> history)
        {
            if (!history.IsSuccess) return None(history.Error);
            foreach (var day in history.Value.Events.ToArray().Where(e => e.Kind != FundEventKind.Nav).Select(e => e.Date).Append(view.AsOf).Distinct())
            {
                if (view.Book.FactOn(view.Book.MotherFund, _rateName, day, view.KnownAt) is not { } rate) return None(CurrencyEffect.NoRate(day));
                _rates[day] = rate;
            }

            var paidIn = Sum("currency.paidIn", "paidIn", figures.PaidIn, history.Value, FundEventKind.Contribution);
            var distributed = Sum("currency.distributed", "distributed", figures.Distributed, history.Value, FundEventKind.Distribution);
            var nav = Value();
            return new CurrencyPerformance(
                _base, paidIn, distributed, nav, Tvpi(paidIn, distributed, nav), Rate(history.Value), Effect(history.Value),
                Gain(paidIn, distributed, nav));
        }

        private decimal RateOn(DateOnly day) => decimal.Parse(_rates[day].Value, System.Globalization.CultureInfo.InvariantCulture);

        private FigureId Id(string formula) => new(formula, figures.Fund.Code);

        private Trail Trail(params IEnumerable<TrailInput> inputs) => Domain.Figures.Trail.Of(
            [.. inputs, .. _rates.Values.Distinct().Select(rate => new FactInput("exchangeRate", view.Book.MotherFund, rate))]);

        private Figure<Money> Sum(string formula, string role, Figure<Money> own, FundHistory history, FundEventKind kind) => Figure<Money>.Of(
            Id(formula),
            history.Events.ToArray().Where(e => e.Kind == kind)
                .Aggregate(Money.Zero(_base), (sum, flow) => sum + Money.Round(flow.Amount * RateOn(flow.Date), _base)),
            Trail(new FigureInput(role, own)));

        private Figure<Money> Value() => figures.Nav.Value is { } nav
            ? Figure<Money>.Of(Id("currency.nav"), Money.Round(nav.Amount * RateOn(view.AsOf), _base), Trail(new FigureInput("nav", figures.Nav)))
            : Figure<Money>.None(Id("currency.nav"), figures.Nav.NoneReason!);

        private Figure<Multiple> Tvpi(Figure<Money> paidIn, Figure<Money> distributed, Figure<Money> nav)
        {
            var trail = Domain.Figures.Trail.Of(Inputs(paidIn, distributed, nav));
            if (nav.Value is not { } value) return Figure<Multiple>.None(Id("currency.tvpi"), nav.NoneReason!, trail);
            return paidIn.Require().IsZero
                ? Figure<Multiple>.None(Id("currency.tvpi"), FigureReasons.NothingPaidIn(), trail)
                : Figure<Multiple>.Of(Id("currency.tvpi"), Multiple.Of(distributed.Require() + value, paidIn.Require()), trail);
        }

        private Figure<IrrResult> Rate(FundHistory history)
        {
            var (id, trail) = (Id("currency.irr"), Trail(Inputs(figures.PaidIn, figures.Distributed, figures.Nav)));
            if (figures.Nav.NoneReason is { } reason) return Figure<IrrResult>.None(id, reason, trail);
            var compared = Compared(history);
            return compared.IsSuccess ? Figure<IrrResult>.Of(id, compared.Value.InBaseCurrency, trail) : Figure<IrrResult>.None(id, compared.Error, trail);
        }

        private Figure<Percentage> Effect(FundHistory history)
        {
            var (id, trail) = (Id("currency.effect"), Trail(Inputs(figures.PaidIn, figures.Distributed, figures.Nav)));
            if (figures.Nav.NoneReason is { } reason) return Figure<Percentage>.None(id, reason, trail);
            var compared = Compared(history);
            if (compared.IsSuccess && compared.Value.InFundCurrency.PresentAs != RatePresentation.Annual)
                return Figure<Percentage>.None(id, ReturnReasons.NotAnnualised(compared.Value.InFundCurrency.Days), trail);
            var effect = compared.Then(both => both.Effect);
            return effect.IsSuccess
                ? Figure<Percentage>.Of(id, Percentage.FromFraction((decimal)effect.Value), trail)
                : Figure<Percentage>.None(id, effect.Error, trail);
        }

        private Result<CurrencyEffect> Compared(FundHistory history) =>
            CurrencyEffect.Of(history.ToCashFlows(), new IndexSeries(_rates.Keys.Select(day => (day, (double)RateOn(day)))));

        private Figure<Money> Gain(Figure<Money> paidIn, Figure<Money> distributed, Figure<Money> nav)
        {
            var (id, trail) = (Id("currency.gainEffect"), Trail(Inputs(paidIn, distributed, nav)));
            if (nav.Value is not { } value || figures.Nav.Value is not { } own) return Figure<Money>.None(id, nav.NoneReason!, trail);
            var inFund = figures.Distributed.Require() + own - figures.PaidIn.Require();
            var converted = Money.Round(inFund.Amount * RateOn(view.AsOf), _base);
            return Figure<Money>.Of(id, distributed.Require() + value - paidIn.Require() - converted, trail);
        }

        private static TrailInput[] Inputs(Figure<Money> paidIn, Figure<Money> distributed, Figure<Money> nav) =>
            [new FigureInput("distributed", distributed), new FigureInput("nav", nav), new FigureInput("paidIn", paidIn)];

        private CurrencyPerformance None(DomainError reason) => new(
            _base, Figure<Money>.None(Id("currency.paidIn"), reason), Figure<Money>.None(Id("currency.distributed"), reason),
            Figure<Money>.None(Id("currency.nav"), reason), Figure<Multiple>.None(Id("currency.tvpi"), reason),
            Figure<IrrResult>.None(Id("currency.irr"), reason), Figure<Percentage>.None(Id("currency.effect"), reason),
            Figure<Money>.None(Id("currency.gainEffect"), reason));
    }
}
