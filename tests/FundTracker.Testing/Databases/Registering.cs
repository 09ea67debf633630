using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Testing.Databases;

/// <summary>What two people do one after the other, in one step: most tests only want its outcome.</summary>
public static class Registering
{
    /// <summary>Adds a member, and has what was stated with it approved by somebody else.</summary>
    /// <returns>The new member.</returns>
    public static async Task<NodeId> Register(this IDispatcher dispatcher, ICommand<NodeId> command, Actor? recorder = null)
    {
        var by = recorder ?? Actors.Manager1;
        var books = command is SetUpMotherFund.Command setUp ? setUp.Code : ((IWithinBooks)command).Books;
        var id = (await dispatcher.Send(command, by)).Value;
        var approver = by.User == Actors.Approver1.User ? Actors.Approver2 : Actors.Approver1;
        var pending = (await dispatcher.Send(new ListPending.Query(books), approver)).Value;
        foreach (var voucher in pending.Vouchers.Where(voucher => voucher.About.Id == id && voucher.Facts.Count > 0))
            _ = (await dispatcher.Send(new ApproveVoucher.Command(books, voucher.Id), approver)).Value;
        return id;
    }

    /// <summary>Records, and has it approved by somebody else, with a reason for whatever rules may have against it.</summary>
    public static async Task<ApproveVoucher.Posted> Post(this IDispatcher dispatcher, ICommand<VoucherId> command, Actor? recorder = null)
    {
        var voucher = (await dispatcher.Send(command, recorder ?? Actors.Manager1)).Value;
        return (await dispatcher.Send(new ApproveVoucher.Command(((IWithinBooks)command).Books, voucher, "resolution of the committee"), Actors.Approver1)).Value;
    }

    extension(ApproveVoucher.Posted posted)
    {
        /// <summary>Sequence of the first line posted.</summary>
        public long FirstLine => posted.Lines[0];
    }
}
