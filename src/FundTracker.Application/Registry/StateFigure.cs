using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Registry;

/// <summary>
/// States a number of a carrier or programme that is known without the records behind it: what a park can produce, how many enterprises a
/// source counts, how many tasks of a programme are done.
/// </summary>
public static class StateFigure
{
    /// <summary>States a figure; the same key again replaces it from its day on. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="About">Code of the carrier or programme.</param>
    /// <param name="Key">2 to 40 letters, digits and hyphens; tells the figure from others of the same subject.</param>
    /// <param name="LabelZh">What it counts, in Chinese; one of the two is needed.</param>
    /// <param name="LabelEn">What it counts, in English.</param>
    /// <param name="Value">The number; not below zero.</param>
    /// <param name="On">First day on which it holds.</param>
    /// <param name="Source">Where it is printed, or what proves it.</param>
    /// <param name="UnitZh">Its unit in Chinese, or null.</param>
    /// <param name="UnitEn">Its unit in English, or null.</param>
    /// <param name="Total">Of how many, where it is a part of a whole.</param>
    /// <param name="IsAtLeast">Whether the source says "more than".</param>
    /// <param name="IsCapacity">Whether it is what a carrier can produce or hold when it is full.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string About, string Key, string? LabelZh, string? LabelEn, decimal Value, DateOnly On, string Source, string? UnitZh = null,
        string? UnitEn = null, decimal? Total = null, bool IsAtLeast = false, bool IsCapacity = false, DocumentId? Document = null,
        Provenance Provenance = Provenance.Recorded) : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.About).IsNodeCode();
            RuleFor(c => c.Key).IsSector();
            this.HasName(c => c.LabelZh, c => c.LabelEn);
            RuleFor(c => (decimal?)c.Value).IsNumber().OverridePropertyName(nameof(Command.Value));
            RuleFor(c => c.Total).IsNumber();
            RuleFor(c => c.UnitZh).MaximumLength(100);
            RuleFor(c => c.UnitEn).MaximumLength(100);
            RuleFor(c => c.Source).NotEmpty();
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation) => desk.Propose(
            c.Books,
            new FigureStated(
                c.About, c.Key, BilingualName.Of(c.LabelZh, c.LabelEn), c.Value, EntryInput.Name(c.UnitZh, c.UnitEn), c.IsAtLeast, c.Total, c.IsCapacity),
            c.On, c.Origin(), cancellation);
    }
}
