using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Registry;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Social;

/// <summary>States what a company brought about in a year: revenue, tax, research, jobs, patents.</summary>
public static class StateYear
{
    /// <summary>States a company's year; stated again it replaces the earlier one from its day on. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Company">Code of the company.</param>
    /// <param name="Year">The year; it is over on the day of the statement.</param>
    /// <param name="On">Day from which the statement holds.</param>
    /// <param name="Source">What proves it: the audited accounts, the tax certificate.</param>
    /// <param name="Revenue">Revenue, major units of the mother fund's currency; null where not known.</param>
    /// <param name="Tax">Taxes paid; may be negative where they were paid back.</param>
    /// <param name="Research">Spent on research and development.</param>
    /// <param name="Jobs">People employed at the end of the year.</param>
    /// <param name="Patents">Patents held at the end of the year.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Company, int Year, DateOnly On, string Source, decimal? Revenue = null, decimal? Tax = null, decimal? Research = null,
        int? Jobs = null, int? Patents = null, DocumentId? Document = null, Provenance Provenance = Provenance.Recorded)
        : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Company).NotEmpty();
            RuleFor(c => c.Year).InclusiveBetween(1900, 2999).WithErrorCode(InputErrors.DateRange);
            RuleFor(c => c.Revenue).IsNumber();
            RuleFor(c => c.Tax).IsNumber();
            RuleFor(c => c.Research).IsNumber();
            RuleFor(c => c.Source).NotEmpty();
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(open =>
        {
            var company = open.Company(c.Company);
            var stated =
                from known in company.IsSuccess ? company : SocialErrors.CompanyUnknown(c.Company)
                from revenue in Read(c.Revenue, open, nameof(c.Revenue))
                from tax in Read(c.Tax, open, nameof(c.Tax))
                from research in Read(c.Research, open, nameof(c.Research))
                select new YearStated(known.Code, c.Year, new YearResults(revenue.Money, tax.Money, research.Money, c.Jobs, c.Patents));
            return stated.Then(year => desk.Propose(c.Books, year, c.On, c.Origin(), cancellation));
        });

        private static Result<Optional> Read(decimal? amount, OpenBooks open, string field) => amount is not { } stated
            ? new Optional(null)
            : Amounts.Read(stated, open.Snapshot.Root.Currency, field).Map(money => new Optional(money));

        private sealed record Optional(Money? Money);
    }
}
