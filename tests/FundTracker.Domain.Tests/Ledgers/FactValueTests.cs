using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Which values facts may have, at their edges, and of whom they may be stated.</summary>
public sealed class FactValueTests
{
    [Theory]
    [InlineData(NodeKind.SubFund, "vintageYear", "1900", true)]
    [InlineData(NodeKind.SubFund, "vintageYear", "1899", false)]
    [InlineData(NodeKind.SubFund, "vintageYear", "2999", true)]
    [InlineData(NodeKind.SubFund, "vintageYear", "3000", false)]
    [InlineData(NodeKind.SubFund, "registeredYear", "+2020", false)]
    [InlineData(NodeKind.MotherFund, "targetSize", "0", false)]
    [InlineData(NodeKind.MotherFund, "targetSize", "0.01", true)]
    [InlineData(NodeKind.MotherFund, "targetSize", "-1", false)]
    [InlineData(NodeKind.PortfolioCompany, "sector", "ai", true)]
    [InlineData(NodeKind.PortfolioCompany, "sector", "a", false)]
    [InlineData(NodeKind.PortfolioCompany, "sector", "1ai", false)]
    [InlineData(NodeKind.PortfolioCompany, "sector", "a-1", true)]
    [InlineData(NodeKind.PortfolioCompany, "sector", "a_1", false)]
    [InlineData(NodeKind.PortfolioCompany, "sector", "abcdefghijabcdefghijabcdefghijabcdefghij", true)]
    [InlineData(NodeKind.PortfolioCompany, "sector", "abcdefghijabcdefghijabcdefghijabcdefghijk", false)]
    [InlineData(NodeKind.PortfolioCompany, "location", "district", true)]
    [InlineData(NodeKind.PortfolioCompany, "location", "elsewhere", false)]
    [InlineData(NodeKind.PortfolioCompany, "listed", "notStated", true)]
    [InlineData(NodeKind.PortfolioCompany, "listed", "nowhere", false)]
    [InlineData(NodeKind.PortfolioCompany, "lifeCycleStage", "Growth", true)]
    [InlineData(NodeKind.PortfolioCompany, "lifeCycleStage", "4", false)]
    [InlineData(NodeKind.MotherFund, "purpose", " ", false)]
    [InlineData(NodeKind.MotherFund, "purpose", "to grow", true)]
    [InlineData(NodeKind.MotherFund, "governance", " ", false)]
    [InlineData(NodeKind.MotherFund, "founding", " ", false)]
    [InlineData(NodeKind.MotherFund, "fundFamily", " ", false)]
    [InlineData(NodeKind.MotherFund, "ecosystem", " ", false)]
    [InlineData(NodeKind.MotherFund, "socialKinds", "Fiscal,Financial", true)]
    [InlineData(NodeKind.MotherFund, "socialKinds", "Fiscal,Nobody", false)]
    [InlineData(NodeKind.MotherFund, "keyFields", "optics,energy", true)]
    [InlineData(NodeKind.MotherFund, "keyFields", "optics,", false)]
    [InlineData(NodeKind.SubFund, "notReported", "nav,paidIn", true)]
    [InlineData(NodeKind.SubFund, "notReported", "nav,size", false)]
    [InlineData(NodeKind.SubFund, "pacing", "25;12;2.5;8;5", true)]
    [InlineData(NodeKind.SubFund, "pacing", "25", false)]
    [InlineData(NodeKind.SubFund, "carryTerms", "European;8;Annual;100;20;", true)]
    [InlineData(NodeKind.SubFund, "carryTerms", "European", false)]
    [InlineData(NodeKind.MotherFund, "committeeRule", "quorum>=1/2;majority>1/2", true)]
    [InlineData(NodeKind.MotherFund, "committeeRule", "quorum", false)]
    [InlineData(NodeKind.MotherFund, "resolutionNeeded", "sealing", true)]
    [InlineData(NodeKind.MotherFund, "resolutionNeeded", "all", false)]
    [InlineData(NodeKind.MotherFund, "recallablePolicy", "Netted", true)]
    [InlineData(NodeKind.MotherFund, "recallablePolicy", "Gross", false)]
    [InlineData(NodeKind.MotherFund, "leverageTarget:SocialShare", "0.5", true)]
    [InlineData(NodeKind.MotherFund, "leverageTarget:class:Theme", "3", true)]
    [InlineData(NodeKind.MotherFund, "leverageTarget:class:Theme", "0", false)]
    [InlineData(NodeKind.MotherFund, "lossTolerance:stage:Seed", "100", true)]
    [InlineData(NodeKind.MotherFund, "lossTolerance:stage:Seed", "0", true)]
    [InlineData(NodeKind.MotherFund, "lossTolerance:stage:Seed", "100.1", false)]
    [InlineData(NodeKind.MotherFund, "fx:USD/CNY", "7.1", true)]
    [InlineData(NodeKind.MotherFund, "fx:USD/CNY", "0", false)]
    [InlineData(NodeKind.SubFund, "evidence:audit", "yes;paper", true)]
    [InlineData(NodeKind.SubFund, "evidence:audit", ";paper", false)]
    [InlineData(NodeKind.SubFund, "evidence:audit", "yes; ", false)]
    [InlineData(NodeKind.SubFund, "evidence:audit", "yes", false)]
    public void A_value_is_taken_or_refused_and_taking_one_away_is_always_right(NodeKind subject, string name, string value, bool isTaken)
    {
        var check = FactRules.Check(subject, name, value);
        Assert.Equal(isTaken ? null : "fact.valueNotKnown", check.IsSuccess ? null : check.Error.Code);
        Assert.True(FactRules.Check(subject, name, "").IsSuccess);
        Assert.NotEmpty(FactRules.FormOf(name));
    }

    [Theory]
    [InlineData(NodeKind.SubFund, "unheard", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "fx:USD/USD", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "fx:USDCNY", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "fx:USD-CNY", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "fx:USD/XXX", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "fx", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "leverageTarget:class:None", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "leverageTarget:stage:Seed", "fact.nameNotKnown")]
    [InlineData(NodeKind.SubFund, "evidence:1", "fact.nameNotKnown")]
    [InlineData(NodeKind.SubFund, "fx:USD/CNY", "fact.wrongSubject")]
    [InlineData(NodeKind.MotherFund, "pacing", "fact.wrongSubject")]
    [InlineData(NodeKind.Investor, "sector", "fact.wrongSubject")]
    [InlineData(NodeKind.SubFund, "location", "fact.wrongSubject")]
    [InlineData(NodeKind.MotherFund, "evaluationGrade:district", "fact.notByHand")]
    [InlineData(NodeKind.PortfolioCompany, "localCase:1", "fact.notByHand")]
    [InlineData(NodeKind.PortfolioCompany, "carrier", "fact.notByHand")]
    [InlineData(NodeKind.MotherFund, "illustrativeUntil", "fact.notByHand")]
    [InlineData(NodeKind.MotherFund, "committeeMember:ann", "fact.notByHand")]
    [InlineData(NodeKind.SubFund, "resolution:R-1", "fact.notByHand")]
    [InlineData(NodeKind.SubFund, "resolutionUse:R-1:x", "fact.notByHand")]
    public void A_fact_is_refused_where_it_is_none_of_another_or_left_behind_by_a_decision(NodeKind subject, string name, string code) =>
        Assert.Equal(code, FactRules.Check(subject, name, "1").Error.Code);

    [Fact]
    public void Names_and_parts_that_may_be_stated_are_told_by_name()
    {
        Assert.Equal(["fiscalLevel", "investorKind"], FactRules.NamesFor(NodeKind.Investor));
        Assert.Equal(["chainSegment", "lifeCycleStage", "listed", "location", "sector"], FactRules.NamesFor(NodeKind.PortfolioCompany));
        Assert.Equal(["evidence", "fx", "leverageTarget", "lossTolerance"], FactRules.FamiliesFor(NodeKind.MotherFund));
        Assert.Equal(["evidence"], FactRules.FamiliesFor(NodeKind.SubFund));
        Assert.Empty(FactRules.FamiliesFor(NodeKind.Investor));
        Assert.Equal(["class:Theme", "class:Function", "class:Angel"], FactRules.PartsOf("lossTolerance").Take(3));
        Assert.Equal(5 + 3, FactRules.PartsOf("leverageTarget").Count);
        Assert.Empty(FactRules.PartsOf("fx"));
        Assert.Empty(FactRules.PartsOf("unheard"));
        Assert.Equal("district, outside", FactRules.FormOf("location"));
        Assert.Equal("lossTolerance", FactRules.FormOf("lossTolerance:stage:Seed"));
        Assert.Equal("Counted, Netted", FactRules.FormOf("recallablePolicy"));
        Assert.Equal("unheard", FactRules.FormOf("unheard:part"));
    }
}
