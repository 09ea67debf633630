using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Application.Registry;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Programmes;

/// <summary>Adds a task to a programme.</summary>
public static class AddTask
{
    /// <summary>Adds a task. Another person has to approve it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Programme">Code of the programme.</param>
    /// <param name="Task">Code of the task: 2 to 40 capital letters, digits and hyphens, unique in the programme.</param>
    /// <param name="TitleZh">What is to be done, in Chinese; one of the two is needed.</param>
    /// <param name="TitleEn">The same in English.</param>
    /// <param name="Owner">The role or body that does it.</param>
    /// <param name="On">First day on which it is worked on.</param>
    /// <param name="Due">Day by which it is to be done; not before the programme or the task begins.</param>
    /// <param name="Weight">Its weight, above zero; the weights of a programme are at most 100.</param>
    /// <param name="Indicator">The indicator of a scheme that it serves, such as <c>district/P4</c>, or null.</param>
    /// <param name="Source">What proves it, or where it is printed.</param>
    /// <param name="Document">The paper behind it.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Programme, string Task, string? TitleZh, string? TitleEn, string Owner, DateOnly On, DateOnly Due, decimal Weight,
        string? Indicator = null, string Source = "", DocumentId? Document = null, Provenance Provenance = Provenance.Recorded)
        : ICommand<RegistryEntryId>, IRecordsEntry;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Programme).IsNodeCode();
            RuleFor(c => c.Task).IsNodeCode();
            this.HasName(c => c.TitleZh, c => c.TitleEn);
            RuleFor(c => c.Owner).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Due).IsBusinessDate();
            RuleFor(c => (decimal?)c.Weight).IsNumber().OverridePropertyName(nameof(Command.Weight));
            RuleFor(c => c.Indicator).MaximumLength(80);
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public async Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation)
        {
            if (c.Indicator is not null && !library.HasIndicator(c.Indicator)) return ProgrammeErrors.IndicatorUnknown(c.Indicator).At(nameof(c.Indicator));
            var added = new TaskAdded(c.Programme, c.Task, BilingualName.Of(c.TitleZh, c.TitleEn), c.Owner.Trim(), c.Due, c.Weight, c.Indicator);
            return await desk.Propose(c.Books, added, c.On, c.Origin(), cancellation);
        }
    }
}
