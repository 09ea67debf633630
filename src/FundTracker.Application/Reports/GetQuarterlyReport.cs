using FluentValidation;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Reports;

/// <summary>Puts a mother fund's quarterly report together. The same quarter and instant always give the same report.</summary>
public static class GetQuarterlyReport
{
    /// <summary>Asks for a report.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Quarter">The quarter, such as <c>2023Q2</c>.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, string Quarter, Stamp? KnownAt = null) : IQuery<QuarterlyReport>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Quarter).Must(text => Domain.Values.Quarter.TryParse(text, out _)).WithErrorCode(InputErrors.WrongForm);
    }

    internal sealed class Handler(QuarterlyReportReader reports) : IRequestHandler<Query, Result<QuarterlyReport>>
    {
        public Task<Result<QuarterlyReport>> Handle(Query q, CancellationToken cancellation) => reports.Read(
            q.Books, Domain.Values.Quarter.TryParse(q.Quarter, out var quarter) ? quarter : throw new InvalidOperationException(q.Quarter),
            q.KnownAt, cancellation);
    }
}
