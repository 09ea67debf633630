using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Ratios;

/// <summary>A sub-fund that a figure of several leaves out, and why.</summary>
public sealed record LeftOut(NodeEntry Fund, DomainError Reason);
