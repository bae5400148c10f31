/**
 * Characters of the second level of GB 2312 (3,008, in the order of their radicals) that stand in names of places and
 * persons and in what administrations write about: with the first level they are the common face. Whatever stands
 * beside them costs a page a further face, so the list may be extended; every change makes all faces anew (`recipe`).
 */
export const FREQUENT_SECOND_LEVEL = [
  // 地名
  "闵浏崂岷岱嵊嵩嵘崆峒亳濮漯衢泸濉溧浔鄱婺歙黟郯莒郓鄄睢缙鄞邗邛邕郫鄢鄯泗泾沭沅汨洮涞涿浠淅淝淦渑湟湄滏潢潼澧濂",
  "灞沣汴汶沔沐洹涑淇渌溆澶濠瀛灏岚岢岫崴峄嶂芷芮茌荥莘莞葭蔺蕲藁蠡瞿畲盱眙砀碚禺秭稷穰窦筠箐綦耒胥芗茗荟荻虢蛟觐",
  "诏谯赉邡邳邬郾醴鑫阆陉隰雒颍骊鲅鳌麒龛徕恺懿戛扈攸旌昀昕昙晏晟晖曜朐杞枞枳栎栾桦梓梵楠榄榕歆毓泮泷淞淼渚湫溱滢",
  "漪漩潇炜烨焱煜煊熠犍玑珀珈珏珩珲琏琚琛琦琨琪琬琮琰瑕瑗瑛瑜瑭瑾璁璇璋璐璞璧璨璩瓒瓯甬",
  // 人名
  "娅婕婧婷媛嫒嫣嬴妍妤姝姗娴囡奕奚妲佟佘佤倩僖儋冼勐勰厝啶圩圳坂垅垌塬墉壅宓宕宸寰尕岑岙岬岽峁",
  // 公文与专业用字
  "遴辍阈煲赓蹊跻逵钰铠铮锂锆镉钼钛骼癫痫痨瘘疱疸痤睑腭膈腱胫肱胛肽胱酯苄酐酰榫桁熵砼莳莴苣蕃柚枇杷栀楝槭榉桧榛桉",
  "荸荠蕨苜蓿豚鹌鹑鳝鲫鲢鳙鲈鲟鳜鳗蛏蛎螨蜱蟑螂嘌呤咪唑吡嘧谘诠谏谕谒诩诤诿谙谧绯绶绮绫缤缥缪纾绌",
].join("");
