using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>
/// Closes the vote on an item: its papers are opened again, the committee's rule decides, and a carried resolution becomes a fact of the
/// fund that it is about, which gates read.
/// </summary>
public static class DecideItem
{
    /// <summary>Closes the vote.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="Item">Number of the item.</param>
    /// <param name="Conditions">What is to be done after the resolution; each condition that a vote asked for is among them.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(string Books, int Meeting, int Item, IReadOnlyList<ConditionInput> Conditions) : ICommand<Decided>, IWithinBooks;

    /// <summary>A condition of the resolution.</summary>
    /// <param name="Text">What is to be done, at most 1,000 characters.</param>
    /// <param name="Owner">User name of who does it: a fund manager or approver of the books, who may hand in the proof.</param>
    /// <param name="DueDate">By when.</param>
    /// <param name="AskedBy">The member whose vote asked for it, or null.</param>
    public sealed record ConditionInput(string Text, string Owner, DateOnly DueDate, string? AskedBy = null);

    /// <summary>What became of it.</summary>
    /// <param name="State">Carried, lost or heard.</param>
    /// <param name="Resolution">Number of the resolution; null where nothing was to be decided.</param>
    public sealed record Decided(ItemState State, string? Resolution);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Meeting).GreaterThan(0);
            RuleFor(c => c.Item).GreaterThan(0);
            RuleFor(c => c.Conditions).NotNull();
            RuleForEach(c => c.Conditions).ChildRules(condition =>
            {
                condition.RuleFor(c => c.Text).NotEmpty().MaximumLength(1000);
                condition.RuleFor(c => c.Owner).NotEmpty().MaximumLength(100);
                condition.RuleFor(c => c.DueDate).IsBusinessDate();
            });
        }
    }

    internal sealed class Handler(Desk desk, PaperDesk papers, IUserAccounts accounts) : IRequestHandler<Command, Result<Decided>>
    {
        public Task<Result<Decided>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            desk.Meeting(books.Head.MotherFund, c.Meeting, cancellation).Then(meeting => meeting.Item(c.Item).Then(item =>
                papers.Check(c.Books, item, cancellation).Then(async checks =>
                {
                    var number = await desk.NextResolution(books.Snapshot, meeting.Date.Year, cancellation);
                    var conditions = ConditionOwners.Named(await accounts.List(cancellation), books.Snapshot.Root.Code, c.Conditions);
                    return conditions.Then(drafts => meeting.Decide(
                            c.Item, Committee.On(books.Snapshot, meeting.Date, Stamp.Max), checks, drafts, () => number, desk.User, desk.Today, desk.Now))
                        .Then(state => Note(books, meeting, item, state));
                }))));

        private static Result<Decided> Note(OpenBooks books, Meeting meeting, AgendaItem item, ItemState state) => state == ItemState.Carried
            ? books.State([Resolution.Fact(item, books.Head.FirstOpenDay(meeting.Date))]).Map(_ => new Decided(state, item.Resolution))
            : new Decided(state, item.Resolution);
    }
}
